package dev.oin.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import dev.oin.gate.EvaluateGate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Everybody at every door (AC-1 to AC-11): who gets in is written in {@code access-matrix.txt}. */
@OnSurface
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessMatrixIT {

    @MockitoSpyBean
    private EvaluateGate gate;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private World world;
    private @Nullable String fresh;
    private final AccessMatrix matrix = AccessMatrix.read();

    @BeforeAll
    void gather() {
        doReturn(true).when(gate).isOpenForSubmitter(any());
        world = new World(context, port);
    }

    @Test
    void each_route_is_in_the_matrix() {
        assertThat(missing()).as("classify it in access-matrix.txt").isEmpty();
    }

    /** In the names of the description, which has one path for all values of a part, and for all parameters. */
    @Test
    void each_route_of_the_api_is_in_its_description() {
        var described = new TreeSet<String>();
        world.isv
                .get("/openapi.json")
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(described)
                .containsAll(Routes.of(context).stream()
                        .filter(route -> route.contains(" /api/v1/") && !route.contains("/openapi.json"))
                        .map(route -> route.replaceAll(":[^}]*}", "}").replaceFirst("\\?\\w+$", ""))
                        .toList());
    }

    /** The last: it signs everybody out in the end. */
    @Test
    @Order(Integer.MAX_VALUE)
    void each_role_can_do_what_the_matrix_says_and_nothing_else() {
        var differences = new ArrayList<String>();
        for (var row : matrix.rows()) {
            var seen = new LinkedHashMap<String, String>();
            path(row.path());
            var before = row.isRead() ? Map.of() : world.kept();
            row.refused().forEach(who -> seen.put(who, call(row, who)));
            if (!row.isRead() && !before.equals(world.kept())) {
                differences.add(row.route() + " changed something for somebody who may not");
            }
            row.admitted().forEach(who -> seen.put(who, call(row, who)));
            if (!seen.equals(row.expected())) {
                differences.add(row.with(seen));
            }
        }

        assertThat(differences).isEmpty();
    }

    @Test
    void an_id_of_another_organisation_looks_like_one_that_never_was() {
        var outsider = world.as("outsider");
        var differences = new ArrayList<String>();
        for (var row : matrix.rows()) {
            if (!row.namesSomething()) {
                continue;
            }
            var foreign = answer(outsider, row, text -> world.filled(text.replace("{fresh}", "{draft}")));
            var unknown = answer(outsider, row, world::filledWithUnknown);
            if (!foreign.equals(unknown)) {
                differences.add("%s: %s, but %s".formatted(row.route(), foreign, unknown));
            }
        }

        assertThat(differences).isEmpty();
    }

    /** AC-11: a lead may do all that is done at the desk, but not where the own organisation is concerned. */
    @ParameterizedTest
    @ValueSource(strings = {"insider", "colleague"})
    void nobody_of_the_team_reads_or_does_anything_at_the_review_of_the_own_organisation(String who) {
        var before = world.kept();
        var let = new LinkedHashMap<String, String>();

        for (var row : matrix.rows()) {
            if (row.path().contains("{review}")) {
                let.put(row.route(), call(row, who));
            }
        }

        assertThat(let).hasSizeGreaterThan(30);
        let.values().removeAll(Set.of("403", "404", "422", "no"));
        assertThat(let).isEmpty();
        assertThat(world.kept()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            insider | /review/bulk            | what=claim&review={review}
            insider | /review/bulk            | what=assign&review={review}&to=
            insider | /review/{review}/claim  |
            lead    | /review/{review}/assign | user={insider}
            lead    | /review/bulk            | what=assign&review={review}&to={insider}
            insider | /api/v1/reviews/{review}/claim  |
            lead    | /api/v1/reviews/{review}/assign | {"user":"{insider}"}
            colleague | /review/{review}/claim        |
            lead    | /review/{review}/assign | user={colleague}
            colleague | /api/v1/reviews/{review}/claim  |
            """)
    void no_way_of_claiming_and_assigning_gives_a_review_to_somebody_of_the_organisation(
            String who, String path, @Nullable String body) {
        var before = world.kept();
        var sent = body == null
                ? ""
                : world.filled(body)
                        .replace("{insider}", world.accounts.get("insider").email())
                        .replace("{colleague}", world.accounts.get("colleague").email());
        var guest = world.as(who);

        var answer =
                guest.send("POST", world.filled(path), path.startsWith("/api") ? "application/json" : Guest.FORM, sent);

        assertThat(answer.status() / 100 == 3 ? saysNo(guest, answer.header("Location")) : answer.status() >= 400)
                .isTrue();
        assertThat(world.kept()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST   | /submissions/{own.draft}/instances/{instance}/activate             |
            POST   | /submissions/{own.draft}/instances/{instance}/scim                 | token=x
            POST   | /submissions/{own.draft}/instances/{instance}/tester-add           |
            POST   | /submissions/{own.draft}/runs                                      | suite=submission-tester&instance={instance}
            POST   | /sandbox/{own.org}/people/{person}/status                          | status=SUSPENDED
            POST   | /sandbox/{own.org}/people/{person}/sessions                        |
            GET    | /runs/{own.run}/exhibits/{exhibit}                                 |
            GET    | /results/{own.share}/exhibits/{exhibit}                            |
            GET    | /api/v1/runs/{own.run}/exhibits/{exhibit}                          |
            POST   | /api/v1/instances/{own.instance}/assignments                       | {"person_id":"{person}"}
            DELETE | /api/v1/instances/{own.instance}/assignments/{person}              |
            PUT    | /api/v1/submissions/{own.draft}/tester/SAML/CURRENT                | {"instance_id":"{instance}"}
            POST   | /api/v1/submissions/{own.draft}/runs                               | {"suite":"submission-tester","instance_id":"{instance}"}
            POST   | /api/v1/submissions/{own.draft}/runs                               | {"suite":"submission-tester","person_id":"{person}"}
            GET    | /sandbox/{own.org}/saml/{instance}/metadata                        |
            GET    | /sandbox/{own.org}/saml/{instance}/sso?SAMLRequest=x               |
            """)
    void something_of_another_organisation_is_not_found_under_ones_own(
            String method, String path, @Nullable String body) {
        var before = world.kept();
        var sent = body == null ? "" : world.filled(body);
        var type = sent.startsWith("{") ? "application/json" : Guest.FORM;

        var answer = world.as("outsider").send(method, world.filled(path), type, sent);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(world.kept()).isEqualTo(before);
    }

    /** What can be seen of the answer, without what differs between any two. */
    private String answer(Guest guest, AccessMatrix.Row row, UnaryOperator<String> names) {
        var answer = guest.send(
                row.method(),
                names.apply(row.path()),
                row.type(),
                names.apply(row.body()).getBytes(StandardCharsets.UTF_8),
                request -> request.header("If-Match", "\"1\""));
        var body = answer.body()
                .replaceAll("X-OIN-CSRF&quot;:&quot;[^&]*", "")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replace(names.apply(row.path()), "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
        return answer.status() + " " + answer.header("Content-Type") + " " + answer.header("ETag") + body;
    }

    private Set<String> missing() {
        var missing = new TreeSet<>(Routes.of(context));
        missing.removeAll(matrix.rows().stream().map(AccessMatrix.Row::route).collect(Collectors.toSet()));
        return missing;
    }

    private String call(AccessMatrix.Row row, String who) {
        var guest = world.as(who);
        var answer = guest.send(
                row.method(),
                path(row.path()),
                row.type(),
                path(row.body()).getBytes(StandardCharsets.UTF_8),
                request -> request.header("If-Match", "\"1\""));
        var next = answer.header("Location");
        if (answer.status() / 100 != 3) {
            return Integer.toString(answer.status());
        } else if (next.startsWith("/sign-in")) {
            return "in";
        } else if (next.endsWith("/login")) {
            return "door";
        }
        return row.method().equals("POST") && saysNo(guest, next) ? "no" : "->";
    }

    /** Whether the page that the answer leads to says that nothing was done. */
    private static boolean saysNo(Guest guest, String next) {
        var page = guest.get(next.replaceFirst("#.*", ""));
        return page.status() / 100 == 3
                ? saysNo(guest, page.header("Location"))
                : page.body().contains("notice tone-turn");
    }

    private String path(String text) {
        return world.filled(text.contains("{fresh}") ? text.replace("{fresh}", fresh()) : text);
    }

    /** A draft that whoever may can delete. */
    private String fresh() {
        if (fresh == null || world.isv.get("/submissions/" + fresh).status() == 404) {
            fresh = world.isv.post("/submissions", "{\"protocols\":[\"SAML\"]}").text("/id");
        }
        return fresh;
    }
}
