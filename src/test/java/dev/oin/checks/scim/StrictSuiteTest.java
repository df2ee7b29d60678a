package dev.oin.checks.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.checks.Check;
import dev.oin.checks.Outcome;
import dev.oin.checks.Verdict;
import dev.oin.checks.scim.ScimFixture.Weakness;
import dev.oin.egress.EgressFixture;
import dev.oin.egress.Exchange;
import dev.oin.egress.GuardedHttp;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.sandbox.scim.ScimServer;
import dev.oin.submission.Scim;
import dev.oin.submission.Scim.AuthMode;
import dev.oin.submission.Scim.GroupOperation;
import dev.oin.submission.Scim.ScimObject;
import dev.oin.submission.Scim.UserOperation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StrictSuiteTest {

    private static final Scim EVERYTHING = declaring(
            List.of(ScimObject.USERS, ScimObject.GROUPS),
            List.of(
                    UserOperation.CREATE,
                    UserOperation.READ,
                    UserOperation.UPDATE,
                    UserOperation.DEACTIVATE,
                    UserOperation.PATCH_USER),
            List.of(GroupOperation.values()));

    @Test
    void each_check_has_an_id_of_its_own_and_tells_what_it_is_about() {
        assertThat(StrictSuite.all()).extracting(check -> check.id().value()).doesNotHaveDuplicates();
        assertThat(StrictSuite.all()).allSatisfy(check -> {
            assertThat(check.title()).isNotBlank();
            assertThat(check.why()).isNotBlank().doesNotContain("()");
            assertThat(check.remedy()).endsWith(".");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NO_AUTHENTICATION     | TA-03
            NO_MATCH_IS_404       | VP-01
            NUMBERS_AS_TEXT       | VP-11
            CREATE_ANSWERS_NOTHING | VP-03
            DUPLICATES_ACCEPTED   | VP-13
            DUPLICATES_ACCEPTED   | CR-04
            DEACTIVATION_LOST     | VP-04
            DEACTIVATED_IS_GONE   | VP-17
            NO_PATCH              | VP-04
            FILTER_IGNORED        | RFC-F-01
            ERRORS_WITHOUT_SCHEMA | ER-01
            UNKNOWN_ID_IS_EMPTY_200 | DE-02
            UPDATES_LOST          | PU-01
            READ_ONLY_REFUSED     | VP-02
            READ_ONLY_REFUSED     | CR-02
            GROUP_CHANGES_REFUSED | VP-06
            """)
    void finds_the_planted_weakness(Weakness weakness, String check) {
        assertThat(failed(Weakness.NONE)).doesNotContain(check);
        assertThat(failed(weakness)).contains(check);
    }

    @Test
    void asks_nothing_of_an_app_that_it_does_not_declare() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            run(fixture.scimServer(), declaring(List.of(ScimObject.USERS), List.of(UserOperation.READ), List.of()));

            assertThat(fixture.calls())
                    .noneMatch(call -> call.startsWith("POST /Users") && !call.equals("POST /Users"));
            assertThat(fixture.users()).hasSize(1);
        }
    }

    @Test
    void a_refusal_without_its_schema_is_named_by_its_call() {
        try (var fixture = new ScimFixture(Weakness.ERRORS_WITHOUT_SCHEMA)) {
            assertThat(run(fixture.scimServer(), EVERYTHING).of("ER-01"))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.observed())
                                    .startsWith("The answer to GET /Users, status 401, has no schemas"));
        }
    }

    @Test
    void a_server_that_is_busy_is_waited_for_and_one_that_wants_versions_is_given_them() {
        try (var busy = new ScimFixture(ScimFixture.Habit.BUSY);
                var careful = new ScimFixture(ScimFixture.Habit.WANTS_VERSIONS)) {
            assertThat(run(busy.scimServer(), EVERYTHING).with(Verdict.PASSED)).contains("VP-15", "VP-04", "PU-01");
            var run = run(careful.scimServer(), EVERYTHING);

            assertThat(run.with(Verdict.WARNED)).contains("EV-05");
            assertThat(run.with(Verdict.PASSED)).contains("VP-04", "PU-01");
        }
    }

    @Test
    void a_server_that_takes_its_time_is_told_and_one_that_takes_too_long_fails() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            var sound = run(fixture.scimServer(), EVERYTHING).of("VP-14");
            var slow = run(fixture.scimServer(), EVERYTHING, taking(Duration.ofMillis(1500)))
                    .of("VP-14");
            var late = run(fixture.scimServer(), EVERYTHING, taking(Duration.ofSeconds(60)))
                    .of("VP-14");

            assertThat(sound).isInstanceOf(Outcome.Passed.class);
            assertThat(slow)
                    .isInstanceOfSatisfying(
                            Outcome.Warned.class,
                            warned -> assertThat(warned.observed()).contains("the median 1.5 s, the slowest 1.5 s"));
            assertThat(late).isInstanceOf(Outcome.Failed.class);
        }
    }

    /** Calls as if each took that long. */
    private static GuardedHttp taking(Duration time) {
        var http = EgressFixture.loopbackOnly();
        return (call, capture) -> http.send(
                call,
                seen -> capture.saw(new Exchange(
                        seen.at(),
                        seen.method(),
                        seen.url(),
                        seen.requestHeaders(),
                        seen.requestBody(),
                        seen.status(),
                        seen.responseHeaders(),
                        seen.responseBody(),
                        time,
                        seen.failure())));
    }

    @Test
    void a_refusal_is_told_in_the_servers_words() {
        try (var fixture = new ScimFixture(Weakness.READ_ONLY_REFUSED)) {
            assertThat(run(fixture.scimServer(), EVERYTHING).of("VP-02").observed())
                    .isEqualTo("status 400 (Attribute groups is read-only)");
        }
    }

    @Test
    void the_name_of_a_class_in_a_refusal_is_an_internal() {
        try (var sound = new ScimFixture(Weakness.NONE);
                var talkative = new ScimFixture(Weakness.ERRORS_NAME_CLASSES)) {
            assertThat(run(sound.scimServer(), EVERYTHING).with(Verdict.PASSED)).contains("ER-03");
            assertThat(run(talkative.scimServer(), EVERYTHING).with(Verdict.WARNED))
                    .contains("ER-03");
        }
    }

    @Test
    void a_change_that_is_refused_is_what_is_told_not_what_it_left_as_it_was() {
        try (var fixture = new ScimFixture(Weakness.GROUP_CHANGES_REFUSED)) {
            var run = run(fixture.scimServer(), EVERYTHING);

            assertThat(List.of("VP-06", "VP-07", "VP-08"))
                    .extracting(check -> run.of(check).observed())
                    .containsOnly("the change was answered with status 400 (members need a $ref)");
            assertThat(run.of("GR-03").remedy()).isEqualTo("Repair VP-07 first.");
        }
    }

    @Test
    void what_one_check_spoils_does_not_stand_in_the_way_of_the_next() {
        try (var fixture = new ScimFixture(Weakness.REQUIRED_ATTRIBUTE_CAN_GO)) {
            assertThat(run(fixture.scimServer(), EVERYTHING).with(Verdict.INCONCLUSIVE))
                    .isEmpty();
        }
    }

    @Test
    void a_change_may_show_late_where_a_creation_shows_at_once() {
        try (var fixture = new ScimFixture(ScimFixture.Habit.SHOWS_CHANGES_LATE)) {
            var patient = new Arrival(Duration.ofMillis(1), Duration.ofSeconds(5));

            assertThat(run(fixture.scimServer(), EVERYTHING, EgressFixture.loopbackOnly(), patient)
                            .with(Verdict.PASSED))
                    .contains("VP-04", "VP-17");
        }
    }

    @Test
    void members_may_be_shown_by_reference_alone() {
        try (var fixture = new ScimFixture(ScimFixture.Habit.MEMBERS_BY_REFERENCE)) {
            assertThat(run(fixture.scimServer(), EVERYTHING).of("GR-03").observed())
                    .startsWith("members [u");
        }
    }

    @ParameterizedTest
    @EnumSource(Weakness.class)
    void leaves_nobody_behind_and_nobody_else_changed(Weakness weakness) {
        try (var fixture = new ScimFixture(weakness)) {
            var before = fixture.users().get("u101").deepCopy();

            run(fixture.scimServer(), EVERYTHING);

            assertThat(fixture.users()).containsOnly(Map.entry("u101", before));
        }
    }

    private static List<String> failed(Weakness weakness) {
        try (var fixture = new ScimFixture(weakness)) {
            return run(fixture.scimServer(), EVERYTHING).with(Verdict.FAILED);
        }
    }

    private static Collected run(ScimServer server, Scim declared) {
        return run(server, declared, EgressFixture.loopbackOnly());
    }

    private static Collected run(ScimServer server, Scim declared, GuardedHttp http) {
        return run(server, declared, http, Arrival.AT_ONCE);
    }

    private static Collected run(ScimServer server, Scim declared, GuardedHttp http, Arrival arrival) {
        var traffic = new SeenTraffic();
        var properties =
                new ScimCheckProperties("OinTest", "oin-test.example.com", "x@y.example", Duration.ZERO, Duration.ZERO);
        var lab = new ScimLab(
                new ScimClient(http, new ObjectMapper(), server, traffic),
                TestPerson.of(new RunId(UUID.randomUUID()), 0, properties),
                Ledger.NONE,
                arrival);
        List<Check> checks = StrictSuite.all();
        return Collected.of(new StrictSession(lab, traffic, declared, server.authorization()), checks);
    }

    private static Scim declaring(List<ScimObject> objects, List<UserOperation> users, List<GroupOperation> groups) {
        return new Scim("https://x.example", objects, AuthMode.BEARER, null, users, groups, null, null, null);
    }
}
