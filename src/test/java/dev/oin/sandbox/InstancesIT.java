package dev.oin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import dev.oin.sandbox.ChangeInstance.Outcome;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.DraftDeleted;
import dev.oin.submission.Saml;
import dev.oin.submission.Scim;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@SandboxTest
@RecordApplicationEvents
class InstancesIT {

    private final AcmeSandbox acme;
    private final HandedIn handedIn;
    private final GenerateInstance generate;
    private final ChangeInstance change;
    private final HoldInstances hold;
    private final Instances instances;
    private final Assignments assignments;
    private final TesterSlots slots;
    private final ScimCredentials credentials;
    private final People people;
    private final JdbcClient client;
    private final ApplicationEventPublisher publisher;

    @Autowired
    ApplicationEvents events;

    private AcmeSandbox.Org org;
    private AcmeSandbox.Generated app;
    private Person ada;

    @Autowired
    InstancesIT(
            JdbcClient client,
            HandedIn handedIn,
            People people,
            GenerateInstance generate,
            ChangeInstance change,
            HoldInstances hold,
            Instances instances,
            Assignments assignments,
            TesterSlots slots,
            ScimCredentials credentials,
            ApplicationEventPublisher publisher) {
        this.acme = new AcmeSandbox(client, handedIn, people, generate, assignments);
        this.handedIn = handedIn;
        this.generate = generate;
        this.change = change;
        this.hold = hold;
        this.instances = instances;
        this.assignments = assignments;
        this.slots = slots;
        this.credentials = credentials;
        this.people = people;
        this.client = client;
        this.publisher = publisher;
    }

    @BeforeEach
    void install() {
        org = acme.organization();
        ada = acme.person(org, "ada@acme.example");
        app = acme.samlInstance(org, "https://app.example/acs", "https://app.example");
    }

    @Test
    void an_instance_is_found_by_its_owner_only() {
        assertThat(instances.find(app.instance().id(), org.id())).contains(app.instance());
        assertThat(instances.find(app.instance().id(), acme.organization().id()))
                .isEmpty();
        assertThat(instances.of(app.submission().id())).containsExactly(app.instance());
    }

    @Test
    void instances_without_a_label_of_their_own_are_told_apart() {
        var order = new GenerateInstance.Order(Instance.Kind.CURRENT, Set.of(Protocol.SAML), null, Map.of());
        var name = app.instance().label();

        generate.generate(app.submission().id(), order, new AccountId(UUID.randomUUID()));
        generate.generate(app.submission().id(), order, new AccountId(UUID.randomUUID()));

        assertThat(instances.of(app.submission().id()))
                .extracting(Instance::label)
                .containsExactlyInAnyOrder(name, name + " 2", name + " 3");
    }

    @Test
    void an_edit_makes_it_ineligible_and_the_old_content_eligible_again() {
        slots.add(
                app.submission().id(),
                Protocol.SAML,
                Instance.Kind.CURRENT,
                app.instance().id());
        var before = app.submission().content();

        var edited = handedIn.edit(app.submission(), Content.of(Set.of(Protocol.SAML)));

        assertThat(instances.eligibility(app.instance()).isEligible()).isFalse();
        assertThat(slots.of(app.submission().id())).isEmpty();
        handedIn.edit(edited, before);
        assertThat(instances.eligibility(app.instance()).isEligible()).isTrue();
        assertThat(slots.of(app.submission().id())).hasSize(1);
    }

    @Test
    void an_assignment_is_an_edit_and_that_of_a_run_is_not() {
        assignments.assign(app.instance().id(), ada.id(), org.id());
        assignments.assignForRun(
                app.instance().id(), acme.person(org, "eve@acme.example").id(), run());

        assertThat(events.stream(InstanceEvent.class))
                .containsExactly(new InstanceEvent.InstanceEdited(app.instance().id()));
        assertThat(assignments.of(app.instance().id())).containsExactly(ada);
    }

    @Test
    void people_of_another_organisation_are_not_assigned() {
        var stranger = acme.person(acme.organization(), "eve@other.example");

        assertThat(assignments.assign(app.instance().id(), stranger.id(), org.id()))
                .isFalse();
        assertThat(assignments.isAssigned(app.instance().id(), stranger.id())).isFalse();
    }

    @Test
    void what_a_run_made_goes_with_it() {
        var run = run();
        var made = (PersonOutcome.Saved)
                people.addForRun(org.id(), new PersonDetails("Jit", "User", "jit@acme.example"), run);
        assignments.assignForRun(app.instance().id(), made.person().id(), run);

        assignments.unassignAll(run);
        people.removeMadeFor(run);

        assertThat(people.madeFor(run)).isEmpty();
        assertThat(assignments.isAssigned(app.instance().id(), made.person().id()))
                .isFalse();
        assertThat(people.of(org.id())).containsExactly(ada);
    }

    @Test
    void an_active_instance_is_not_deleted_and_an_inactive_one_leaves_the_tester() {
        var id = app.instance().id();
        slots.add(app.submission().id(), Protocol.SAML, Instance.Kind.CURRENT, id);

        assertThat(change.delete(id, org.id())).isInstanceOf(Outcome.Refused.class);
        change.deactivate(id, org.id());

        assertThat(slots.of(app.submission().id())).isEmpty();
        assertThat(change.delete(id, org.id())).isEqualTo(new Outcome.Deleted());
        assertThat(instances.find(id)).isEmpty();
    }

    @Test
    void another_instance_takes_the_slot_and_the_first_one_s_results_go() {
        var submission = app.submission();
        var order = new GenerateInstance.Order(Instance.Kind.CURRENT, Set.of(Protocol.SAML), "Second", Map.of());
        var second = ((GenerateInstance.Outcome.Generated)
                        generate.generate(submission.id(), order, new AccountId(UUID.randomUUID())))
                .instance();
        slots.add(
                submission.id(),
                Protocol.SAML,
                Instance.Kind.CURRENT,
                app.instance().id());

        slots.add(submission.id(), Protocol.SAML, Instance.Kind.CURRENT, second.id());

        assertThat(slots.in(submission.id(), Protocol.SAML, Instance.Kind.CURRENT))
                .contains(second.id());
        assertThat(events.stream(InstanceEvent.InstanceLeftTester.class))
                .extracting(InstanceEvent.InstanceLeftTester::instance)
                .containsExactly(app.instance().id());
    }

    /** Testing-rules 3, and edge case 6 of 8: results count again after reactivation if nothing was edited. */
    @Test
    void turning_an_instance_off_and_on_is_no_edit_and_another_label_is_one() {
        var id = app.instance().id();

        change.deactivate(id, org.id());
        change.activate(id, org.id());

        var back = instances.find(id).orElseThrow();
        assertThat(back.active()).isTrue();
        assertThat(back.editedAt()).isEqualTo(app.instance().editedAt());
        assertThat(events.stream(InstanceEvent.InstanceEdited.class)).isEmpty();
        change.relabel(id, org.id(), "Other");
        assertThat(instances.find(id).orElseThrow().editedAt())
                .isAfter(app.instance().editedAt());
        assertThat(events.stream(InstanceEvent.InstanceEdited.class)).hasSize(1);
    }

    @Test
    void a_held_instance_is_not_changed() {
        hold.hold(app.submission().id());

        assertThat(change.deactivate(app.instance().id(), org.id())).isInstanceOf(Outcome.Refused.class);
        assertThat(assignments.assign(app.instance().id(), ada.id(), org.id())).isFalse();
        hold.release(app.submission().id());
        assertThat(change.deactivate(app.instance().id(), org.id())).isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void another_organisation_changes_nothing() {
        assertThat(change.relabel(app.instance().id(), acme.organization().id(), "Mine"))
                .isEqualTo(new Outcome.Unknown());
    }

    @Test
    void credentials_of_the_provisioning_client_are_sealed() {
        var scim = new Scim("https://scim.example/v2", null, Scim.AuthMode.BEARER, null, null, null, null, null, null);
        var content = new Content(
                Set.of(Protocol.SCIM),
                new Configuration(null, null, null, null, scim, null),
                null,
                Content.of(Set.of()).testInformation());
        var order = new GenerateInstance.Order(Instance.Kind.CURRENT, Set.of(Protocol.SCIM), null, Map.of());
        var generated = (GenerateInstance.Outcome.Generated)
                generate.generate(handedIn.draft(org.id(), content).id(), order, new AccountId(UUID.randomUUID()));

        var outcome = change.connectScim(generated.instance().id(), org.id(), null, "canary-token-4711");

        assertThat(((Outcome.Changed) outcome).instance().scimCredentialsSet()).isTrue();
        assertThat(credentials.of(generated.instance().id()).orElseThrow().reveal())
                .isEqualTo("canary-token-4711");
        assertThat(client.sql("select string_agg(t::text, '') from sandbox_instances t")
                        .query(String.class)
                        .single())
                .doesNotContain("canary-token-4711");
    }

    @Test
    void a_customer_s_subdomain_stands_in_the_addresses_of_all_instances() {
        var subdomain = List.of(new Configuration.Variable("Subdomain", "subdomain"));
        var saml = new Saml("https://${org.subdomain}.app.example/acs", null, "urn:${org.subdomain}", null, null, null);
        var oidc =
                new Configuration.Oidc(List.of("https://{app.subdomain}.app.example/cb"), null, null, null, null, true);
        var scim = new Scim(
                "'https://' + app.subdomain + '.app.example/scim'",
                null,
                Scim.AuthMode.BEARER,
                null,
                null,
                null,
                null,
                null,
                null);
        var content = new Content(
                Set.of(Protocol.SAML, Protocol.OIDC, Protocol.SCIM),
                new Configuration(null, subdomain, oidc, saml, scim, null),
                null,
                Content.of(Set.of()).testInformation());
        var submission = handedIn.draft(org.id(), content).id();

        var onSaml = installed(submission, Protocol.SAML, "initech").app().saml();
        var onOidc = installed(submission, Protocol.OIDC, "initech").app().oidc();
        var onScim = installed(submission, Protocol.SCIM, "initech").app().scim();

        assertThat(onSaml.acsUrl()).isEqualTo("https://initech.app.example/acs");
        assertThat(onSaml.audience()).isEqualTo("urn:initech");
        assertThat(onOidc.redirectUris()).containsExactly("https://initech.app.example/cb");
        assertThat(onScim.baseUrl()).isEqualTo("https://initech.app.example/scim");
        var odd = new GenerateInstance.Order(
                Instance.Kind.CURRENT, Set.of(Protocol.SAML), null, Map.of("subdomain", "in itech/?#"));
        assertThat(generate.generate(submission, odd, new AccountId(UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        GenerateInstance.Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.field()).isEqualTo("variables.subdomain")));
    }

    private Instance installed(SubmissionId submission, Protocol protocol, String subdomain) {
        var order = new GenerateInstance.Order(
                Instance.Kind.CURRENT, Set.of(protocol), null, Map.of("subdomain", subdomain));
        var outcome = generate.generate(submission, order, new AccountId(UUID.randomUUID()));
        return ((GenerateInstance.Outcome.Generated) outcome).instance();
    }

    @Test
    void an_incomplete_configuration_is_not_installed() {
        var draft = handedIn.draft(org.id(), Content.of(Set.of(Protocol.SAML)));
        var order = new GenerateInstance.Order(Instance.Kind.CURRENT, Set.of(Protocol.SAML), null, Map.of());

        var outcome = generate.generate(draft.id(), order, new AccountId(UUID.randomUUID()));

        assertThat(((GenerateInstance.Outcome.Refused) outcome).problems())
                .extracting(problem -> problem.field())
                .containsExactly("saml.acs_url", "saml.audience");
    }

    @Test
    void a_deleted_draft_takes_its_instances_along() {
        publisher.publishEvent(
                new DraftDeleted(app.submission().id(), app.submission().integration()));

        assertThat(instances.find(app.instance().id())).isEmpty();
    }

    @Test
    void two_people_of_a_sandbox_do_not_share_an_address() {
        var second = people.add(org.id(), new PersonDetails("Eve", "Else", "ADA@acme.example"), null);

        assertThat(((PersonOutcome.Refused) second).problems())
                .extracting(problem -> problem.rule())
                .isEqualTo(List.of("email.unique"));
    }

    private static RunId run() {
        return new RunId(UUID.randomUUID());
    }
}
