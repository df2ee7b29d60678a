package dev.oin.checks.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.checks.Check;
import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.Verdict;
import dev.oin.checks.scim.ScimFixture.Habit;
import dev.oin.checks.scim.ScimFixture.Weakness;
import dev.oin.egress.EgressFixture;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.sandbox.scim.ScimServer;
import dev.oin.submission.Scim.AuthMode;
import dev.oin.vault.Secret;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SpecSuiteTest {

    private static final ScimCheckProperties PROPERTIES = new ScimCheckProperties(
            "OinTest",
            "oin-test.example.com",
            "nobody@oin-test.example.com",
            Duration.ofMillis(5),
            Duration.ofMillis(200));

    @Test
    void lists_the_assertions_of_the_documented_suite() {
        var ids = SpecAssertions.all().stream().map(check -> check.id().value()).toList();

        assertThat(ids)
                .doesNotHaveDuplicates()
                .startsWith("SPEC-01.1")
                .endsWith("SPEC-12.4")
                .hasSize(53);
        assertThat(ids)
                .contains("SPEC-01.12", "SPEC-02.8", "SPEC-06.7", "SPEC-08.1", "SPEC-09.1", "SPEC-10.3", "SPEC-11.4");
    }

    @Test
    void a_sound_server_passes_all_of_it() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            var run = run(fixture.scimServer(), true);

            assertThat(run.with(Verdict.PASSED)).hasSize(SpecAssertions.all().size());
        }
    }

    @ParameterizedTest
    @EnumSource(Habit.class)
    void what_is_unusual_and_right_is_not_held_against_a_server(Habit habit) {
        try (var fixture = new ScimFixture(habit)) {
            var run = run(fixture.scimServer(), true);

            assertThat(run.with(Verdict.PASSED)).hasSize(SpecAssertions.all().size());
            assertThat(fixture.users()).hasSize(1);
        }
    }

    @Test
    void removes_a_duplicate_that_the_server_should_have_refused() {
        try (var fixture = new ScimFixture(Weakness.DUPLICATES_ACCEPTED)) {
            run(fixture.scimServer(), true);

            assertThat(fixture.users()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LIST_WITHOUT_SCHEMA          | SPEC-01.3 SPEC-03.2 SPEC-05.3
            NUMBERS_AS_TEXT              | SPEC-01.4 SPEC-01.5 SPEC-01.6 SPEC-05.2 SPEC-10.3
            NO_MATCH_IS_404              | SPEC-03.1 SPEC-03.2 SPEC-03.3 SPEC-05.1 SPEC-05.2 SPEC-05.3
            FILTER_IGNORED               | SPEC-03.3 SPEC-05.2
            ERRORS_WITHOUT_SCHEMA        | SPEC-04.3 SPEC-11.4 SPEC-12.4
            ERRORS_WITHOUT_DETAIL        | SPEC-04.2 SPEC-11.2 SPEC-12.2
            UNKNOWN_ID_IS_EMPTY_200      | SPEC-04.1 SPEC-04.2 SPEC-04.3 SPEC-12.1 SPEC-12.2 SPEC-12.3 SPEC-12.4
            CREATE_ANSWERS_200           | SPEC-06.1
            CREATE_ANSWERS_NOTHING       | SPEC-06.2 SPEC-06.3 SPEC-06.4 SPEC-06.5 SPEC-06.6 SPEC-06.7
            CREATE_LOSES_THE_FAMILY_NAME | SPEC-06.4 SPEC-07.3
            DUPLICATES_ACCEPTED          | SPEC-08.1
            NO_AUTHENTICATION            | SPEC-11.1 SPEC-11.2 SPEC-11.3 SPEC-11.4
            ACTIVE_NOT_SHOWN             | SPEC-01.11 SPEC-02.6 SPEC-06.2
            NO_GROUPS                    | SPEC-10.1 SPEC-10.3
            """)
    void finds_the_planted_weakness_and_nothing_else(Weakness weakness, String failed) {
        try (var fixture = new ScimFixture(weakness)) {
            var run = run(fixture.scimServer(), true);

            assertThat(run.with(Verdict.FAILED)).containsExactly(failed.split(" "));
        }
    }

    @Test
    void what_cannot_be_looked_at_is_inconclusive_not_failed() {
        try (var fixture = new ScimFixture(Weakness.CREATE_ANSWERS_NOTHING)) {
            var run = run(fixture.scimServer(), true);

            assertThat(run.with(Verdict.INCONCLUSIVE))
                    .containsExactly("SPEC-07.1", "SPEC-07.2", "SPEC-07.3", "SPEC-07.4");
            assertThat(fixture.users()).as("found by name, and removed").hasSize(1);
        }
    }

    @Test
    void a_second_creation_is_no_duplicate_where_the_first_made_nobody() {
        try (var fixture = new ScimFixture(Weakness.CREATE_FAILS_AT_FIRST)) {
            var run = run(fixture.scimServer(), true);

            assertThat(run.with(Verdict.FAILED)).contains("SPEC-06.1");
            assertThat(run.with(Verdict.INCONCLUSIVE)).contains("SPEC-08.1");
        }
    }

    @Test
    void what_to_change_names_the_value_that_was_sent() {
        try (var fixture = new ScimFixture(Weakness.CREATE_LOSES_THE_FAMILY_NAME)) {
            assertThat(run(fixture.scimServer(), true).of("SPEC-06.4"))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.remedy()).doesNotContain("{"));
        }
    }

    @Test
    void groups_concern_only_those_who_manage_them() {
        try (var fixture = new ScimFixture(Weakness.NO_GROUPS)) {
            var run = run(fixture.scimServer(), false);

            assertThat(run.with(Verdict.NOT_APPLICABLE)).containsExactly("SPEC-10.1", "SPEC-10.2", "SPEC-10.3");
            assertThat(run.with(Verdict.FAILED)).isEmpty();
        }
    }

    @Test
    void a_wrong_token_is_the_configurations_fault() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            var wrong = new ScimServer(fixture.scimServer().base(), new Secret("Bearer wrong"));

            var outcome = run(wrong, true).of("SPEC-01.1");

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.blame()).isEqualTo(Fault.CONFIGURATION);
                assertThat(failed.remedy()).contains("token");
            });
        }
    }

    @Test
    void an_unreachable_server_is_not_the_apps_fault() {
        var gone = ScimServer.of("http://localhost:1/scim", AuthMode.HEADER, new Secret("x"));

        assertThat(run(gone, true).of("SPEC-01.1")).isInstanceOf(Outcome.Errored.class);
    }

    @Test
    void leaves_nobody_behind() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            run(fixture.scimServer(), true);

            assertThat(fixture.users()).hasSize(1);
        }
    }

    @Test
    void keeps_the_traffic_of_each_step() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            assertThat(run(fixture.scimServer(), true).exhibits()).hasSize(12);
        }
    }

    private static Collected run(ScimServer server, boolean groups) {
        var traffic = new SeenTraffic();
        var script = new SpecScript(
                new ScimClient(EgressFixture.loopbackOnly(), new ObjectMapper(), server, traffic),
                traffic,
                groups,
                TestPerson.of(new RunId(UUID.randomUUID()), 0, PROPERTIES),
                PROPERTIES.unknownUser(),
                Ledger.NONE,
                new Arrival(PROPERTIES.poll(), PROPERTIES.limit()));
        List<Check> checks = SpecAssertions.all();
        return Collected.of(new ScriptedSession(script, server.authorization()), checks);
    }
}
