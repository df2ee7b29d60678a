package dev.oin.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.gate.EvaluateGate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** A text of 70,000 letters in each member that the OpenAPI document gives the API's writes: refused at that member, and nothing changed. */
@OnSurface
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TooLongInputIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @MockitoSpyBean
    private EvaluateGate gate;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private World world;
    private StringMembers members;

    @BeforeAll
    void gather() {
        doReturn(true).when(gate).isOpenForSubmitter(any());
        world = new World(context, port);
        members = new StringMembers(world.isv.get("/openapi.json").json());
    }

    @Test
    void each_text_member_of_each_write_has_a_bound() {
        var wrong = new ArrayList<String>();
        var tried = 0;
        for (var row : AccessMatrix.read().rows()) {
            if (row.takesJson() && row.route().contains("/api/")) {
                var bodies = members.of(row, read(world.filled(row.body())));
                tried += bodies.size();
                var before = world.kept();
                bodies.forEach(body -> check(row, body, wrong));
                if (!before.equals(world.kept())) {
                    wrong.add(row.route() + " changed something");
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(30);
    }

    @Test
    void the_document_describes_the_body_of_each_write() {
        assertThat(AccessMatrix.read().rows())
                .filteredOn(row -> row.takesJson() && row.route().contains("/api/"))
                .allMatch(members::knows);
    }

    private void check(AccessMatrix.Row row, StringMembers.TooLong body, List<String> wrong) {
        var who = row.admitted().stream()
                .filter(name -> !name.equals("nobody"))
                .findFirst()
                .orElse("super");
        var etag = world.isv.get(world.filled("/submissions/{draft}")).header("ETag");
        var answer = world.as(who)
                .send(
                        row.method(),
                        world.filled(row.path()),
                        "application/json",
                        body.body().toString().getBytes(StandardCharsets.UTF_8),
                        request -> request.header("If-Match", etag));
        var isProblem = (answer.status() == 422 || answer.status() == 400)
                && answer.header("Content-Type").startsWith("application/problem+json");
        var names = isProblem
                && StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                        .anyMatch(error -> isNamed(error.path("field").asText(), body.field()));
        if (!names || answer.body().length() > 5_000) {
            wrong.add("%s %s: %d %.300s".formatted(row.route(), body.field(), answer.status(), answer.body()));
        }
    }

    /** Fields of pages are called by their keys; a list is judged as a whole. */
    private static boolean isNamed(String field, String member) {
        var whole = member.replaceFirst("\\[0]$", "");
        return List.of(member, whole, "test." + whole).contains(field) || ("catalog." + field).equals(whole);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(json, broken);
        }
    }
}
