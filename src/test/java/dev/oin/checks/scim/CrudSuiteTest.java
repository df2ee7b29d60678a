package dev.oin.checks.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.checks.Outcome;
import dev.oin.checks.Verdict;
import dev.oin.checks.scim.ScimFixture.Habit;
import dev.oin.checks.scim.ScimFixture.Weakness;
import dev.oin.egress.Capture;
import dev.oin.egress.EgressFixture;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.AppUser;
import dev.oin.sandbox.AppUsers;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.scim.OfferedEntitlements;
import dev.oin.sandbox.scim.Provisioned;
import dev.oin.sandbox.scim.ProvisioningCalls;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.sandbox.scim.ScimServer;
import dev.oin.submission.Scim;
import dev.oin.submission.Scim.GroupOperation;
import dev.oin.submission.Scim.UserOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CrudSuiteTest {

    private static final Set<UserOperation> BY_PUT =
            EnumSet.of(UserOperation.CREATE, UserOperation.READ, UserOperation.UPDATE, UserOperation.DEACTIVATE);
    private static final Set<UserOperation> BY_PATCH = EnumSet.of(
            UserOperation.CREATE,
            UserOperation.READ,
            UserOperation.UPDATE,
            UserOperation.DEACTIVATE,
            UserOperation.PATCH_USER);

    private static final Scim USUAL = new Scim(null, null, null, null, null, null, null, null, null);

    /** Short for changes that never arrive. */
    private Arrival arrival = new Arrival(Duration.ofMillis(2), Duration.ofMillis(150));

    private final TestPerson person = TestPerson.of(
            new RunId(UUID.randomUUID()),
            0,
            new ScimCheckProperties("OinTest", "oin-test.example.com", "x@y.example", Duration.ZERO, Duration.ZERO));

    @Test
    void lists_the_assertions_of_the_documented_suite() {
        var ids = CrudAssertions.all().stream().map(check -> check.id().value()).toList();

        assertThat(ids)
                .doesNotHaveDuplicates()
                .startsWith("CRUD-01.1")
                .endsWith("CRUD-13.2")
                .hasSize(34);
    }

    @Test
    void a_sound_app_passes_all_of_it_by_put() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            assertThat(run(fixture, BY_PUT).with(Verdict.PASSED)).hasSize(21);
            assertThat(fixture.calls())
                    .containsSubsequence(
                            "GET /Users?filter=userName eq \"" + person.email() + "\"",
                            "POST /Users",
                            "GET /Users?filter=userName eq \"" + person.email() + "\"",
                            "GET /Users/u102",
                            "PUT /Users/u102",
                            "GET /Users/u102",
                            "PATCH /Users/u102",
                            "GET /Users/u102",
                            "GET /Users?filter=userName eq \"" + person.email() + "\"",
                            "PUT /Users/u102",
                            "GET /Users/u102",
                            "PATCH /Users/u102",
                            "GET /Users/u102");
            assertThat(fixture.calls()).noneMatch(call -> call.startsWith("DELETE"));
        }
    }

    @Test
    void a_sound_app_passes_all_of_it_by_patch() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            var run = run(fixture, BY_PATCH);
            assertThat(run.with(Verdict.PASSED)).hasSize(21);
            assertThat(run.with(Verdict.NOT_APPLICABLE))
                    .as("without groups")
                    .hasSize(13)
                    .allMatch(id -> id.startsWith("CRUD-G"));
            assertThat(fixture.calls()).noneMatch(call -> call.startsWith("PUT"));
        }
    }

    @ParameterizedTest
    @EnumSource(Habit.class)
    void what_is_unusual_and_right_is_not_held_against_an_app(Habit habit) {
        arrival = new Arrival(Duration.ofMillis(2), Duration.ofSeconds(30));
        for (var operations : List.of(BY_PUT, BY_PATCH)) {
            try (var fixture = new ScimFixture(habit)) {
                assertThat(run(fixture, operations).with(Verdict.PASSED)).hasSize(21);
                assertThat(runWithGroups(fixture, EnumSet.allOf(GroupOperation.class))
                                .with(Verdict.PASSED))
                        .hasSize(34);
            }
        }
    }

    @Test
    void nobody_elses_account_is_touched_where_the_filter_is_ignored() {
        try (var fixture = new ScimFixture(Weakness.FILTER_IGNORED)) {
            var outcome = run(fixture, BY_PATCH).of("CRUD-03.1");

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.observed()).contains("the filter is ignored"));
            assertThat(fixture.calls()).noneMatch(call -> call.startsWith("P"));
        }
    }

    @Test
    void leaves_the_person_inactive() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            run(fixture, BY_PATCH);

            assertThat(fixture.users().get("u102").path("active").asBoolean()).isFalse();
        }
    }

    @Test
    void waits_for_changes_that_take_a_while() {
        try (var fixture = new ScimFixture(Weakness.CHANGES_ARRIVE_LATE)) {
            assertThat(run(fixture, BY_PATCH).with(Verdict.PASSED)).hasSize(21);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATES_LOST                 | CRUD-06.2 CRUD-11.2
            DEACTIVATION_LOST            | CRUD-08.2 CRUD-13.2
            DEACTIVATED_IS_GONE          | CRUD-08.1 CRUD-08.2 CRUD-10.1 CRUD-11.1 CRUD-11.2 CRUD-13.1 CRUD-13.2
            CREATE_LOSES_THE_FAMILY_NAME | CRUD-04.4
            CREATE_ANSWERS_200           | CRUD-03.1
            """)
    void finds_the_planted_weakness(Weakness weakness, String failed) {
        try (var fixture = new ScimFixture(weakness)) {
            var run = run(fixture, BY_PATCH);

            assertThat(run.with(Verdict.FAILED)).containsExactly(failed.split(" "));
        }
    }

    @Test
    void an_app_that_cannot_patch_is_found_when_somebody_leaves() {
        try (var fixture = new ScimFixture(Weakness.NO_PATCH)) {
            var run = run(fixture, BY_PUT);

            assertThat(run.with(Verdict.FAILED)).contains("CRUD-07.1", "CRUD-08.2", "CRUD-12.1");
            assertThat(run.of("CRUD-07.1"))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.remedy()).startsWith("Offer PATCH /Users/{id}"));
        }
    }

    @Test
    void what_is_not_declared_does_not_concern_the_app() {
        try (var fixture = new ScimFixture(Weakness.DEACTIVATION_LOST)) {
            var run = run(fixture, EnumSet.of(UserOperation.CREATE, UserOperation.READ));

            assertThat(run.with(Verdict.NOT_APPLICABLE))
                    .contains("CRUD-05.1", "CRUD-06.1", "CRUD-07.1", "CRUD-08.2", "CRUD-12.1");
            assertThat(run.with(Verdict.FAILED)).isEmpty();
        }
    }

    @Test
    void a_group_is_pushed_renamed_and_deleted_where_groups_are_managed() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            assertThat(runWithGroups(fixture, Set.of(GroupOperation.values())).with(Verdict.PASSED))
                    .hasSize(34);
            assertThat(fixture.calls())
                    .containsSubsequence(
                            "POST /Groups", "PATCH /Groups/g103", "PATCH /Groups/g103", "DELETE /Groups/g103");
            assertThat(fixture.groups()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GROUPS_LOSE_MEMBERS        | CRUD-G2.3
            GROUP_REMOVAL_LOST         | CRUD-G4.2
            GROUP_RENAME_LOST          | CRUD-G6.2
            GROUP_DELETE_LOST          | CRUD-G8.1
            """)
    void finds_the_planted_weakness_of_groups(Weakness weakness, String failed) {
        try (var fixture = new ScimFixture(weakness)) {
            assertThat(runWithGroups(fixture, Set.of(GroupOperation.values())).with(Verdict.FAILED))
                    .containsExactly(failed.split(" "));
        }
    }

    @Test
    void a_group_that_is_refused_leaves_the_rest_of_its_rows_open() {
        try (var fixture = new ScimFixture(Weakness.NO_GROUPS)) {
            var run = runWithGroups(fixture, Set.of(GroupOperation.values()));

            assertThat(run.with(Verdict.FAILED)).containsExactly("CRUD-G1.1");
            assertThat(run.with(Verdict.INCONCLUSIVE)).contains("CRUD-G2.1", "CRUD-G3.1", "CRUD-G9.1");
            assertThat(run.with(Verdict.PASSED)).contains("CRUD-13.2");
        }
    }

    @Test
    void a_deleted_group_must_not_take_its_members_along() {
        try (var fixture = new ScimFixture(Weakness.GROUP_DELETE_TAKES_MEMBERS)) {
            assertThat(runWithGroups(fixture, Set.of(GroupOperation.values())).with(Verdict.FAILED))
                    .contains("CRUD-G9.1");
        }
    }

    @Test
    void group_operations_that_are_not_declared_do_not_concern_the_app() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            var run = runWithGroups(fixture, EnumSet.of(GroupOperation.READ, GroupOperation.CREATE));

            assertThat(run.with(Verdict.PASSED)).contains("CRUD-G1.1", "CRUD-G2.3");
            assertThat(run.with(Verdict.NOT_APPLICABLE)).contains("CRUD-G3.1", "CRUD-G5.1", "CRUD-G7.1", "CRUD-G8.1");
            assertThat(fixture.groups()).as("what it made is removed").isEmpty();
        }
    }

    @Test
    void a_role_is_given_beside_another_and_taken_away_where_entitlements_are_managed() {
        try (var fixture = ScimFixture.withEntitlements(Weakness.NONE)) {
            var run = runWithEntitlements(fixture, BY_PATCH);

            assertThat(run.with(Verdict.PASSED))
                    .hasSize(27)
                    .contains("CRUD-E04.1", "CRUD-E05.2", "CRUD-E06.1", "CRUD-E07.2");
            assertThat(fixture.calls())
                    .containsSubsequence(
                            "GET /ResourceTypes",
                            "GET /Roles?count=100&startIndex=1",
                            "POST /Users",
                            "PATCH /Users/u102");
            assertThat(fixture.users().get("u102").path("roles").findValuesAsText("value"))
                    .containsExactly("role-1");
        }
    }

    @Test
    void an_app_that_takes_whole_users_is_given_the_role_by_put() {
        try (var fixture = ScimFixture.withEntitlements(Weakness.NONE)) {
            assertThat(runWithEntitlements(fixture, BY_PUT).with(Verdict.PASSED))
                    .hasSize(27)
                    .contains("CRUD-E05.2", "CRUD-E07.2");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GRANT_LOST              | CRUD-E05.2 CRUD-E07.2
            GRANT_TAKES_OTHERS_AWAY | CRUD-E05.2 CRUD-E07.2
            REVOCATION_LOST         | CRUD-E07.2
            REVOCATION_TAKES_ALL    | CRUD-E07.2
            """)
    void finds_the_planted_weakness_of_entitlements(Weakness weakness, String failed) {
        try (var fixture = ScimFixture.withEntitlements(weakness)) {
            assertThat(runWithEntitlements(fixture, BY_PATCH).with(Verdict.FAILED))
                    .containsExactly(failed.split(" "));
        }
    }

    @Test
    void an_app_that_offers_nothing_leaves_the_rows_on_entitlements_open() {
        try (var fixture = ScimFixture.withEntitlements(Weakness.ENTITLEMENTS_NOT_NAMED)) {
            var run = runWithEntitlements(fixture, BY_PATCH);

            assertThat(run.with(Verdict.INCONCLUSIVE)).contains("CRUD-E04.1", "CRUD-E05.1", "CRUD-E07.2");
        }
    }

    private Collected runWithEntitlements(ScimFixture fixture, Set<UserOperation> operations) {
        var server = fixture.scimServer();
        var traffic = new SeenTraffic();
        var client = client(server, traffic);
        var script = new CrudScript(
                new InMemory(server, operations),
                client,
                traffic,
                arrival,
                person,
                TestGroups.NONE,
                new OfferedEntitlements(client, EntitlementFixture.DECLARED),
                Ledger.NONE);
        return Collected.of(new ScriptedSession(script, server.authorization()), CrudAssertions.withEntitlements());
    }

    private Collected runWithGroups(ScimFixture fixture, Set<GroupOperation> operations) {
        var server = fixture.scimServer();
        var traffic = new SeenTraffic();
        var client = client(server, traffic);
        var declared = new Scim(
                null, List.of(Scim.ScimObject.values()), null, null, null, List.copyOf(operations), null, null, null);
        var script = new CrudScript(
                new InMemory(server, BY_PATCH),
                client,
                traffic,
                arrival,
                person,
                TestGroups.of(client, declared),
                null,
                Ledger.NONE);
        return Collected.of(new ScriptedSession(script, server.authorization()), List.copyOf(CrudAssertions.all()));
    }

    private Collected run(ScimFixture fixture, Set<UserOperation> declared) {
        return run(fixture.scimServer(), declared);
    }

    private Collected run(ScimServer server, Set<UserOperation> declared) {
        var traffic = new SeenTraffic();
        var script = new CrudScript(
                new InMemory(server, declared),
                client(server, traffic),
                traffic,
                arrival,
                person,
                TestGroups.NONE,
                null,
                Ledger.NONE);
        return Collected.of(new ScriptedSession(script, server.authorization()), List.copyOf(CrudAssertions.all()));
    }

    private static ScimClient client(ScimServer server, Capture capture) {
        return new ScimClient(EgressFixture.loopbackOnly(), new ObjectMapper(), server, capture);
    }

    /** A directory of one person, with the real calls behind it. */
    private static final class InMemory implements TestDirectory {

        private final ScimServer server;
        private final Set<UserOperation> declared;
        private final PersonId id = new PersonId(UUID.randomUUID());
        private @Nullable Person person;
        private @Nullable String scimId;

        InMemory(ScimServer server, Set<UserOperation> declared) {
            this.server = server;
            this.declared = declared;
        }

        private ProvisioningCalls calls(Capture capture) {
            return new ProvisioningCalls(client(server, capture), declared);
        }

        private Person person(TestPerson made) {
            return new Person(
                    id,
                    new OrganizationId(UUID.randomUUID()),
                    made.givenName(),
                    made.familyName(),
                    made.email(),
                    Person.Status.ACTIVE,
                    List.of(),
                    null,
                    Instant.EPOCH);
        }

        @Override
        public boolean hasInstance() {
            return true;
        }

        @Override
        public Optional<PersonId> add(TestPerson made) {
            person = person(made);
            return Optional.of(id);
        }

        @Override
        public Provisioned assign(PersonId assigned, List<Entitlement> granted, Capture capture) {
            var result = calls(capture).assigned(appUser().with(granted), null);
            if (result instanceof Provisioned.Done(var made)) {
                scimId = made;
            }
            return result;
        }

        @Override
        public Provisioned grant(PersonId given, Entitlement one, Capture capture) {
            return linked(capture, calls -> calls.granted(scimId, one));
        }

        @Override
        public Provisioned revoke(PersonId taken, Entitlement one, Capture capture) {
            return linked(capture, calls -> calls.revoked(scimId, one));
        }

        @Override
        public Provisioned rename(PersonId renamed, TestPerson to, Capture capture) {
            person = person(to);
            return linked(capture, calls -> calls.changed(appUser(), scimId));
        }

        @Override
        public Provisioned deactivate(PersonId deactivated, Capture capture) {
            return linked(capture, calls -> calls.left(scimId));
        }

        @Override
        public boolean reactivate(PersonId reactivated) {
            return true;
        }

        @Override
        public Provisioned unassign(PersonId unassigned, Capture capture) {
            return linked(capture, calls -> calls.left(scimId));
        }

        private AppUser appUser() {
            return AppUsers.of(person, USUAL.mappings());
        }

        private Provisioned linked(
                Capture capture, java.util.function.Function<ProvisioningCalls, Provisioned> calling) {
            return scimId == null ? new Provisioned.NotLinked() : calling.apply(calls(capture));
        }

        @Override
        public void remove(PersonId removed) {}
    }
}
