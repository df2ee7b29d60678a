package dev.oin.sandbox.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.oin.egress.Capture;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.AcmeSandbox;
import dev.oin.sandbox.AppAttributes;
import dev.oin.sandbox.AppUser;
import dev.oin.sandbox.AppUsers;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.ChangeInstance;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.GenerateInstance;
import dev.oin.sandbox.Grants;
import dev.oin.sandbox.GroupAssignments;
import dev.oin.sandbox.HandedIn;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonChange;
import dev.oin.sandbox.PersonDetails;
import dev.oin.sandbox.PersonOutcome;
import dev.oin.sandbox.SandboxTest;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.Scim;
import dev.oin.vault.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which SCIM calls follow from what an administrator does (scim-checks, part 1B, "SCIM call the engine should emit"; manual cases C9292 to C9295, C9307, C9311). */
@SandboxTest
class AdministerPeopleIT {

    private final AcmeSandbox acme;
    private final HandedIn handedIn;
    private final GenerateInstance generate;
    private final ChangeInstance change;
    private final Assignments assignments;
    private final People people;
    private final Instances instances;
    private final AppUsers appUsers;
    private final Grants grants;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final ProvisioningLog log;
    private final JdbcClient client;
    private final BiFunction<Provisioning, Errands, AdministerPeople> administering;
    private final AdministerPeople administer;

    private AcmeSandbox.Org org;
    private InstanceId app;

    @Autowired
    AdministerPeopleIT(
            JdbcClient client,
            HandedIn handedIn,
            People people,
            GenerateInstance generate,
            ChangeInstance change,
            Assignments assignments,
            GroupAssignments groups,
            AppAttributes attributes,
            Grants grants,
            AppUsers appUsers,
            Instances instances,
            ProvisioningLog log,
            PushGroups pushes,
            Errands errands) {
        this.acme = new AcmeSandbox(client, handedIn, people, generate, assignments);
        this.handedIn = handedIn;
        this.generate = generate;
        this.change = change;
        this.assignments = assignments;
        this.people = people;
        this.instances = instances;
        this.appUsers = appUsers;
        this.grants = grants;
        this.log = log;
        this.client = client;
        this.administering = (provisioning, patience) -> new AdministerPeople(
                people, assignments, groups, attributes, grants, instances, provisioning, log, pushes, patience);
        this.administer = administering.apply(new Recording(told, new CountDownLatch(0)), errands);
    }

    @BeforeEach
    void install() {
        org = acme.organization();
        var scim = new Scim("https://scim.example/v2", null, Scim.AuthMode.BEARER, null, null, null, null, null, null);
        var content = new Content(
                Set.of(Protocol.SCIM),
                new Configuration(null, null, null, null, scim, null),
                null,
                Content.of(Set.of()).testInformation());
        var order = new GenerateInstance.Order(Instance.Kind.CURRENT, Set.of(Protocol.SCIM), null, Map.of());
        app = ((GenerateInstance.Outcome.Generated) generate.generate(
                        handedIn.draft(org.id(), content).id(), order, new AccountId(UUID.randomUUID())))
                .instance()
                .id();
        change.connectScim(app, org.id(), null, "token");
    }

    @Test
    void an_assigned_person_is_followed_until_they_are_deactivated() {
        var ada = acme.person(org, "ada@example.com");

        administer.assign(app, ada.id(), org.id());
        administer.change(ada.id(), org.id(), new PersonDetails("Augusta", "Lovelace", "ada@example.com"), List.of());
        administer.resetPassword(ada.id(), org.id());
        administer.turn(ada.id(), org.id(), Person.Status.DEACTIVATED);

        assertThat(told).containsExactly("assigned Ada", "changed Augusta", "password Augusta", "left Augusta");
        assertThat(assignments.isAssigned(app, ada.id())).isFalse();
    }

    @Test
    void a_suspension_an_unchanged_profile_and_a_deletion_send_nothing() {
        var ada = acme.person(org, "ada@example.com");
        administer.assign(app, ada.id(), org.id());
        told.clear();

        administer.change(
                ada.id(), org.id(), new PersonDetails("Ada", "Lovelace", "ada@example.com"), List.of("Staff"));
        administer.turn(ada.id(), org.id(), Person.Status.SUSPENDED);
        administer.turn(ada.id(), org.id(), Person.Status.ACTIVE);

        assertThat(told).isEmpty();
        assertThat(administer.remove(ada.id(), org.id())).as("an active person").isFalse();
        administer.turn(ada.id(), org.id(), Person.Status.DEACTIVATED);
        told.clear();
        assertThat(administer.remove(ada.id(), org.id())).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void a_reactivated_person_is_assigned_again_only_where_the_assignment_came_by_a_group() {
        var ada = acme.person(org, "ada@example.com");
        administer.change(ada.id(), org.id(), details(ada), List.of("Staff"));
        administer.assignGroup(app, "Staff", true, org.id());
        var bea = acme.person(org, "bea@example.com");
        administer.assign(app, bea.id(), org.id());
        for (var person : List.of(ada, bea)) {
            administer.turn(person.id(), org.id(), Person.Status.DEACTIVATED);
        }
        told.clear();

        for (var person : List.of(ada, bea)) {
            administer.turn(person.id(), org.id(), Person.Status.ACTIVE);
        }

        assertThat(told).containsExactly("assigned Ada");
        assertThat(assignments.isAssigned(app, ada.id())).isTrue();
        assertThat(assignments.isAssigned(app, bea.id())).isFalse();
        administer.assignGroup(app, "Staff", false, org.id());
        assertThat(told).containsExactly("assigned Ada", "left Ada");
    }

    @Test
    void several_changes_are_told_once_each_and_a_refused_one_not_at_all() {
        var ada = acme.person(org, "ada@example.com");
        acme.person(org, "bea@example.com");
        administer.assign(app, ada.id(), org.id());
        told.clear();

        var taken =
                new PersonChange(new PersonDetails("Ada", "King", "bea@example.com"), null, null, null, "long enough");
        assertThat(administer.edit(ada.id(), org.id(), taken)).isInstanceOf(PersonOutcome.Refused.class);
        assertThat(told).isEmpty();
        var both = new PersonChange(
                new PersonDetails("Augusta", "King", "ada@example.com"), null, null, null, "long enough");
        administer.edit(ada.id(), org.id(), both);

        assertThat(told).containsExactly("changed Augusta", "password Augusta");
    }

    @Test
    void who_was_assigned_before_the_app_was_connected_is_told_of_when_asked() {
        change.disconnectScim(app, org.id());
        var ada = acme.person(org, "ada@example.com");
        administer.assign(app, ada.id(), org.id());
        assertThat(told).isEmpty();
        assertThat(administer.tellAll(app, org.id())).as("not connected").isZero();
        change.connectScim(app, org.id(), null, "token");

        assertThat(administer.tellAll(app, acme.organization().id())).isZero();
        assertThat(administer.tellAll(app, org.id())).isOne();

        assertThat(told).containsExactly("assigned Ada");
    }

    @Test
    void nobody_waits_for_a_slow_app_which_learns_of_all_in_the_order_in_which_it_was_done() {
        var ada = acme.person(org, "ada@example.com");
        var answer = new CountDownLatch(1);
        try (var hurried = new Errands(Duration.ZERO)) {
            var slow = administering.apply(new Recording(told, answer), hurried);
            slow.assign(app, ada.id(), org.id());
            slow.dismiss(ada.id(), org.id());

            Awaitility.await()
                    .untilAsserted(() -> assertThat(log.of(org.id()))
                            .extracting(ProvisioningLog.Entry::result)
                            .containsExactly(ProvisioningLog.Result.UNDER_WAY));
            assertThat(log.openCount(org.id())).isZero();
            assertThat(told).isEmpty();
            answer.countDown();

            Awaitility.await()
                    .untilAsserted(() -> assertThat(people.find(ada.id())).isEmpty());
            assertThat(told).containsExactly("assigned Ada", "left Ada");
            assertThat(log.of(org.id()))
                    .extracting(ProvisioningLog.Entry::event, ProvisioningLog.Entry::result)
                    .containsExactly(
                            tuple("Deactivated", ProvisioningLog.Result.DONE),
                            tuple("Assigned", ProvisioningLog.Result.DONE));
        }
    }

    @Test
    void what_the_product_did_not_bring_to_its_end_can_be_told_again() {
        var ada = acme.person(org, "ada@example.com");
        var instance = instances.find(app).orElseThrow();
        log.begin(instance, ada.fullName(), "Assigned", new Matter.OfPerson(ada.id()));

        client.sql("update sandbox_provisioning_log set at = at - interval '1 hour' where organization = :organization")
                .param("organization", org.id().value())
                .update();

        assertThat(log.openCount(org.id())).isOne();
        assertThat(log.of(org.id()))
                .singleElement()
                .returns(ProvisioningLog.Result.NOT_DONE, ProvisioningLog.Entry::result)
                .returns(true, ProvisioningLog.Entry::open)
                .satisfies(entry -> assertThat(entry.outcome()).contains("not known"));
    }

    @Test
    void who_is_dismissed_is_set_inactive_in_the_app_first() {
        var ada = acme.person(org, "ada@example.com");
        administer.assign(app, ada.id(), org.id());
        told.clear();

        assertThat(administer.dismiss(ada.id(), org.id())).isTrue();

        assertThat(told).containsExactly("left Ada");
        assertThat(people.find(ada.id())).isEmpty();
    }

    @Test
    void values_at_the_person_come_before_their_groups_and_those_before_the_profile() {
        var ada = acme.person(org, "ada@example.com");
        administer.change(ada.id(), org.id(), details(ada), List.of("Staff"));
        administer.assignGroup(app, "Staff", true, org.id());
        told.clear();

        assertThat(value(ada, "name.givenName")).isEqualTo("Ada");
        administer.setAttributes(app, "Staff", Map.of("name.givenName", "Staffer", "userName", "staff"), org.id());
        assertThat(value(ada, "name.givenName")).isEqualTo("Staffer");
        administer.setAttributes(app, ada.id(), Map.of("name.givenName", "Countess"), org.id());

        assertThat(value(ada, "name.givenName")).isEqualTo("Countess");
        assertThat(value(ada, "userName")).isEqualTo("staff");
        assertThat(told).containsExactly("changed Ada", "changed Ada");
        assertThat(administer.setAttributes(
                        app, ada.id(), Map.of(), acme.organization().id()))
                .isFalse();
    }

    private String value(Person person, String target) {
        return appUsers
                .of(instances.find(app).orElseThrow(), people.find(person.id()).orElseThrow())
                .values()
                .stream()
                .filter(value -> value.target().equals(target))
                .map(AppUser.Value::text)
                .findFirst()
                .orElse("");
    }

    @Test
    void another_organisation_reaches_nobody() {
        var ada = acme.person(org, "ada@example.com");
        var other = acme.organization();

        assertThat(administer.assign(app, ada.id(), other.id())).isFalse();
        assertThat(administer.assignGroup(app, "Everyone", true, other.id())).isFalse();
        assertThat(administer.turn(ada.id(), other.id(), Person.Status.DEACTIVATED))
                .isInstanceOf(PersonOutcome.Unknown.class);
        assertThat(administer.remove(ada.id(), other.id())).isFalse();
        assertThat(told).isEmpty();
        assertThat(people.find(ada.id()).orElseThrow().isActive()).isTrue();
    }

    @Test
    void a_role_comes_with_the_assignment_and_goes_with_it() {
        var ada = acme.person(org, "ada@example.com");
        var editor = new Entitlement(Entitlement.Attribute.ROLES, "hr-editor", "HR editor", null);
        var premium = new Entitlement(Entitlement.Attribute.ENTITLEMENTS, "premium", "Premium", "License");
        var unassigned = administer.entitle(app, ada.id(), editor, true, org.id());
        administer.assign(app, ada.id(), org.id());

        var given = List.of(
                administer.entitle(app, ada.id(), editor, true, org.id()),
                administer.entitle(app, ada.id(), premium, true, org.id()),
                administer.entitle(app, ada.id(), premium, false, org.id()));

        assertThat(unassigned).isEqualTo(new AdministerPeople.Entitled.Refused());
        assertThat(given).containsOnly(new AdministerPeople.Entitled.Told(new Provisioned.Done("1")));
        assertThat(appUsers.of(instances.find(app).orElseThrow(), ada).entitlements())
                .containsExactly(editor);
        assertThat(told)
                .containsSubsequence(
                        "granted hr-editor " + ada.givenName(),
                        "granted premium " + ada.givenName(),
                        "revoked premium " + ada.givenName());
        administer.unassign(app, ada.id(), org.id());
        assertThat(grants.of(app, ada.id())).isEmpty();
    }

    private static PersonDetails details(Person person) {
        return new PersonDetails(person.givenName(), person.familyName(), person.email());
    }

    /** Writes down what the app would be told, once it answers. */
    private record Recording(List<String> told, CountDownLatch answer) implements Provisioning {

        @Override
        public Provisioned assigned(Instance instance, Person person, @Nullable Secret password, Capture capture) {
            return noted("assigned ", person);
        }

        @Override
        public Provisioned changed(Instance instance, Person person, Capture capture) {
            return noted("changed ", person);
        }

        @Override
        public Provisioned password(Instance instance, Person person, Secret password, Capture capture) {
            return noted("password ", person);
        }

        @Override
        public Provisioned granted(Instance instance, Person person, Entitlement one, Capture capture) {
            return noted("granted " + one.value() + " ", person);
        }

        @Override
        public Provisioned revoked(Instance instance, Person person, Entitlement one, Capture capture) {
            return noted("revoked " + one.value() + " ", person);
        }

        @Override
        public Optional<OfferedEntitlements> offered(Instance instance, Capture capture) {
            return Optional.empty();
        }

        @Override
        public Provisioned grouped(Instance instance, Function<GroupCalls, Provisioned> calling) {
            return new Provisioned.NotReached("not in this test", true);
        }

        @Override
        public Provisioned left(Instance instance, Person person, Capture capture) {
            return noted("left ", person);
        }

        @Override
        public Provisioning hurried() {
            return this;
        }

        @Override
        public Optional<String> scimId(InstanceId instance, PersonId person) {
            return Optional.empty();
        }

        @Override
        public List<InstanceId> appsOf(PersonId person) {
            return List.of();
        }

        @Override
        public Connection connection(Instance instance) {
            return new Connection.NotConnected("not in this test");
        }

        private Provisioned noted(String what, Person person) {
            Awaitility.await().until(() -> answer.getCount() == 0);
            told.add(what + person.givenName());
            return new Provisioned.Done("1");
        }
    }
}
