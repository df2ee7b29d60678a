package dev.oin.checks.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.checks.Verdict;
import dev.oin.checks.scim.ScimFixture.Weakness;
import dev.oin.egress.EgressFixture;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.sandbox.scim.ScimServer;
import dev.oin.submission.Entitlements;
import dev.oin.submission.Scim;
import dev.oin.submission.Scim.AuthMode;
import dev.oin.submission.Scim.ScimObject;
import dev.oin.submission.Scim.UserOperation;
import dev.oin.vault.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitlementSuiteTest {

    private static final List<UserOperation> BY_PUT =
            List.of(UserOperation.CREATE, UserOperation.READ, UserOperation.UPDATE);
    private static final List<UserOperation> BY_PATCH =
            List.of(UserOperation.CREATE, UserOperation.READ, UserOperation.UPDATE, UserOperation.PATCH_USER);

    @Test
    void lists_the_assertions_of_the_documented_suite_and_the_stricter_checks() {
        assertThat(EntitlementChecks.all())
                .extracting(check -> check.id().value())
                .containsExactlyInAnyOrder(
                        "ENT-01.1",
                        "ENT-01.2",
                        "ENT-01.3",
                        "ENT-01.4",
                        "ENT-01.5",
                        "ENT-01.6",
                        "ENT-02",
                        "ENT-03",
                        "ENT-04",
                        "ENT-05",
                        "ENT-06",
                        "ENT-07");
        assertThat(EntitlementChecks.all()).allSatisfy(check -> {
            assertThat(check.why()).isNotBlank().doesNotContain("()");
            assertThat(check.remedy()).endsWith(".");
        });
    }

    @Test
    void a_sound_server_passes_all_of_it_by_patch() {
        try (var fixture = ScimFixture.withEntitlements(Weakness.NONE)) {
            assertThat(run(fixture.scimServer(), BY_PATCH).with(Verdict.PASSED)).hasSize(12);
            assertThat(fixture.calls())
                    .startsWith("GET /ResourceTypes")
                    .contains(
                            "GET /Roles?count=1&startIndex=1",
                            "GET /Licenses?count=1&startIndex=1",
                            "GET /Sites?count=100&startIndex=101");
        }
    }

    @Test
    void a_sound_server_passes_all_of_it_by_put() {
        try (var fixture = ScimFixture.withEntitlements(Weakness.NONE)) {
            assertThat(run(fixture.scimServer(), BY_PUT).with(Verdict.PASSED)).hasSize(12);
            assertThat(fixture.calls()).noneMatch(call -> call.startsWith("PATCH"));
        }
    }

    @Test
    void leaves_nobody_behind() {
        try (var fixture = ScimFixture.withEntitlements(Weakness.NONE)) {
            run(fixture.scimServer(), BY_PATCH);

            assertThat(fixture.users()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LICENSES_ARE_404                 | ENT-01.1 ENT-01.2 ENT-01.3 ENT-01.4 ENT-01.5 ENT-01.6 ENT-02 ENT-03 ENT-07
            ROLES_EMPTY                      | ENT-01.2 ENT-01.5
            ENTITLEMENT_LISTS_WITHOUT_SCHEMA | ENT-01.3 ENT-02
            ENTITLEMENT_NUMBERS_AS_TEXT      | ENT-01.4 ENT-01.5 ENT-01.6
            ENTITLEMENT_COUNT_IGNORED        | ENT-01.5 ENT-07
            ENTITLEMENT_ID_TWICE             | ENT-03
            ENTITLEMENT_WITHOUT_NAME         | ENT-03
            ENTITLEMENT_DESCRIPTION_TOO_LONG | ENT-03
            ENTITLEMENT_WITHOUT_TYPE         | ENT-03
            ENTITLEMENT_PAGES_OVERLAP        | ENT-07
            GRANT_LOST                       | ENT-04
            GRANT_TAKES_OTHERS_AWAY          | ENT-04
            REVOCATION_LOST                  | ENT-04
            REVOCATION_TAKES_ALL             | ENT-04
            REQUIRED_NOT_ENFORCED            | ENT-05
            TWO_WHERE_ONE_IS_ALLOWED         | ENT-05
            UNKNOWN_ENTITLEMENT_ACCEPTED     | ENT-06
            ENTITLEMENTS_NOT_NAMED           | ENT-02
            """)
    void finds_the_planted_weakness(Weakness weakness, String found) {
        try (var fixture = ScimFixture.withEntitlements(weakness)) {
            var run = run(fixture.scimServer(), BY_PATCH);

            assertThat(Stream.of(Verdict.FAILED, Verdict.WARNED).flatMap(verdict -> run.with(verdict).stream()))
                    .contains(found.split(" "))
                    .allSatisfy(id -> assertThat(id).startsWith("ENT-"));
            assertThat(run.with(Verdict.ERRORED)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"GRANT_LOST", "REVOCATION_TAKES_ALL", "ENTITLEMENT_ID_TWICE", "UNKNOWN_ENTITLEMENT_ACCEPTED"})
    void says_nothing_against_what_is_sound(Weakness weakness) {
        try (var fixture = ScimFixture.withEntitlements(weakness)) {
            assertThat(run(fixture.scimServer(), BY_PATCH).with(Verdict.PASSED)).hasSizeGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void without_endpoints_the_rest_is_inconclusive_not_failed() {
        try (var fixture = ScimFixture.withEntitlements(Weakness.ENTITLEMENTS_NOT_NAMED)) {
            var run = run(fixture.scimServer(), BY_PATCH);

            assertThat(run.with(Verdict.FAILED)).containsExactly("ENT-02");
            assertThat(run.with(Verdict.INCONCLUSIVE)).contains("ENT-01.1", "ENT-03", "ENT-04");
        }
    }

    @Test
    void a_declared_type_that_the_server_does_not_name_is_found() {
        try (var fixture = ScimFixture.withEntitlements(Weakness.NONE)) {
            var more = new Entitlements(List.of(new Entitlements.Type("Seat", "/Seats", false, true, null, null)));

            var outcome = run(fixture.scimServer(), BY_PATCH, more).of("ENT-02");

            assertThat(outcome.toString()).contains("no resource type is named Seat");
        }
    }

    @Test
    void asks_nobody_to_be_created_who_cannot_be() {
        try (var fixture = ScimFixture.withEntitlements(Weakness.NONE)) {
            var run = run(fixture.scimServer(), List.of(UserOperation.READ));

            assertThat(run.with(Verdict.NOT_APPLICABLE)).containsExactly("ENT-04", "ENT-05", "ENT-06");
            assertThat(fixture.calls()).noneMatch(call -> call.startsWith("POST"));
        }
    }

    @Test
    void an_unreachable_server_is_not_the_apps_fault() {
        var gone = ScimServer.of("http://localhost:1/scim", AuthMode.HEADER, new Secret("x"));

        assertThat(run(gone, BY_PATCH).with(Verdict.ERRORED)).hasSize(12);
    }

    private static Collected run(ScimServer server, List<UserOperation> operations) {
        return run(server, operations, EntitlementFixture.DECLARED);
    }

    private static Collected run(ScimServer server, List<UserOperation> operations, Entitlements declared) {
        var traffic = new SeenTraffic();
        var properties =
                new ScimCheckProperties("OinTest", "oin-test.example.com", "x@y.example", Duration.ZERO, Duration.ZERO);
        var client = new ScimClient(EgressFixture.loopbackOnly(), new ObjectMapper(), server, traffic);
        var lab = new ScimLab(
                client,
                TestPerson.of(new RunId(UUID.randomUUID()), 0, properties),
                Ledger.NONE,
                Arrival.AT_ONCE,
                new EntitlementLab(client, declared, Set.copyOf(operations)));
        var scim = new Scim(
                "https://x.example",
                List.of(ScimObject.USERS),
                AuthMode.BEARER,
                null,
                operations,
                List.of(),
                null,
                null,
                null);
        return Collected.of(new StrictSession(lab, traffic, scim, server.authorization()), EntitlementChecks.all());
    }
}
