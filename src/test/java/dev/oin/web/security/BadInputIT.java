package dev.oin.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.gate.EvaluateGate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** What nobody should send, at every door that takes something: told what is wrong, and nothing changed. */
@OnSurface
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LONG = "x".repeat(70_000);
    private static final List<String> STRANGE = List.of(
            "null",
            "{}",
            "[]",
            "[null]",
            "7",
            "-1",
            "1e999",
            "true",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"x\"",
            "{\"a\":{\"b\":[1]}}");

    @MockitoSpyBean
    private EvaluateGate gate;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private final AccessMatrix matrix = AccessMatrix.read();
    private World world;

    @BeforeAll
    void gather() {
        doReturn(true).when(gate).isOpenForSubmitter(any());
        world = new World(context, port);
    }

    @Test
    void each_write_of_the_api_refuses_malformed_bodies_with_problem_details() {
        var wrong = new ArrayList<String>();
        for (var row : matrix.rows()) {
            if (row.takesJson() && row.route().contains("/api/")) {
                var before = world.kept();
                malformed(row).forEach((what, body) -> check(row, what, "application/json", body, wrong));
                check(row, "text", "text/plain", body(row), wrong);
                check(row, "form", Guest.FORM, "a=b", wrong);
                check(row, "parts", "multipart/form-data; boundary=b", "--b\r\ngarbage", wrong);
                check(row, "no type", "", body(row), wrong);
                if (!before.equals(world.kept())) {
                    wrong.add(row.route() + " changed something");
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void random_bodies_never_lead_to_a_fault_of_ours() {
        var random = new Random(20261129);
        var faults = new ArrayList<String>();
        for (var row : matrix.rows()) {
            for (var turn = 0; turn < 6 && row.takesJson(); turn++) {
                var body = mutated(body(row), random);
                var answer = send(row, row.type(), body);
                if (answer.status() >= 500) {
                    faults.add("%s: %d for %s".formatted(row.route(), answer.status(), body));
                }
            }
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void garbage_in_forms_and_parameters_never_leads_to_a_fault_of_ours() {
        var faults = new ArrayList<String>();
        for (var row : matrix.rows()) {
            for (var garbage : List.of(
                    "%00",
                    "%ED%A0%80", "%FF%FE", LONG, "%0D%0ASet-Cookie:x=y", "%7B%7B7*7%7D%7D", "9".repeat(30), "")) {
                var query = "?page=" + (garbage.length() > 2000 ? "x" : garbage) + "&size=-1&wait="
                        + (garbage.length() > 2000 ? "y" : garbage);
                var answer = row.isRead()
                        ? send(row, row.path().replaceFirst("\\?.*", "") + query, "", "")
                        : send(
                                row,
                                Guest.FORM,
                                row.body().startsWith("{")
                                        ? "a=" + garbage
                                        : row.body().replaceAll("=[^&]*", "=" + garbage));
                if (answer.status() >= 500 && !row.route().endsWith("/error")) {
                    faults.add("%s: %d for %.30s".formatted(row.route(), answer.status(), garbage));
                }
            }
        }

        assertThat(faults).isEmpty();
    }

    private void check(AccessMatrix.Row row, String what, String type, String body, List<String> wrong) {
        var answer = send(row, type, body);
        var isProblem = answer.header("Content-Type").startsWith("application/problem+json")
                && answer.status() / 100 == 4
                && answer.text("/type").startsWith("urn:oin:problem:")
                && answer.text("/status").equals(Integer.toString(answer.status()));
        var isNamed = !what.startsWith("unknown") || answer.body().contains("no_such_member");
        if (!isProblem || !isNamed) {
            wrong.add("%s with %s: %d %.200s".formatted(row.route(), what, answer.status(), answer.body()));
        }
    }

    /** What no call takes, made of the example of one. */
    private Map<String, String> malformed(AccessMatrix.Row row) {
        var bodies = new LinkedHashMap<String, String>();
        var sample = read(body(row));
        bodies.put("nothing", "");
        bodies.put("half", "{\"a\":");
        bodies.put("other shape", sample.isArray() ? "{}" : "[7]");
        bodies.put("a word", "\"word\"");
        bodies.put("null", "null");
        bodies.put("more behind", sample + " {}");
        bodies.put("huge", "{\"a\":\"" + "x".repeat(2_000_001) + "\"}");
        if (sample instanceof ObjectNode object) {
            bodies.put(
                    "unknown member", object.deepCopy().put("no_such_member", 1).toString());
            object.fieldNames().forEachRemaining(name -> {
                bodies.put(
                        "an object as " + name,
                        object.deepCopy()
                                .set(name, read("{\"deep\":[{}]}"))
                                .toString()
                                .replace("\"" + name + "\":{\"deep\":[{}]}", "\"" + name + "\":[[[{}]]]"));
                bodies.put(
                        "twice " + name,
                        object.toString().replaceFirst("\\{", "{\"" + name + "\":" + object.get(name) + ","));
                if (object.get(name).isTextual()) {
                    bodies.put(
                            "NUL in " + name,
                            object.deepCopy().put(name, "a\0b").toString());
                    bodies.put(
                            "half a character in " + name,
                            object.toString().replace(object.get(name).toString(), "\"a\\ud800b\""));
                } else if (object.get(name).isArray()) {
                    bodies.put(
                            "null in " + name,
                            object.deepCopy().set(name, read("[null]")).toString());
                }
            });
        }
        return bodies;
    }

    private static String mutated(String body, Random random) {
        var sample = read(body);
        if (random.nextInt(5) == 0) {
            return body.substring(0, random.nextInt(body.length()) + 1);
        }
        if (sample instanceof ObjectNode object && !object.isEmpty()) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            var name = names.get(random.nextInt(names.size()));
            return object.toString()
                    .replace(
                            "\"" + name + "\":" + object.get(name),
                            "\"" + name + "\":" + STRANGE.get(random.nextInt(STRANGE.size())));
        }
        return STRANGE.get(random.nextInt(STRANGE.size()));
    }

    private String body(AccessMatrix.Row row) {
        return world.filled(row.body().replace("{fresh}", "{draft}"));
    }

    private Guest.Answer send(AccessMatrix.Row row, String type, String body) {
        return send(row, row.path(), type, body);
    }

    private Guest.Answer send(AccessMatrix.Row row, String path, String type, String body) {
        var who = row.admitted().stream()
                .filter(name -> !name.equals("nobody"))
                .findFirst()
                .orElse("super");
        var etag = world.isv.get(world.filled("/submissions/{draft}")).header("ETag");
        return world.as(who)
                .send(
                        row.method(),
                        world.filled(path.replace("{fresh}", "{draft}")),
                        type,
                        body.getBytes(StandardCharsets.UTF_8),
                        request -> request.header("If-Match", etag));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(json, broken);
        }
    }
}
