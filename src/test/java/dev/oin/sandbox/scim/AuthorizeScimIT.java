package dev.oin.sandbox.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.egress.Capture;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.AcmeSandbox;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.ChangeInstance;
import dev.oin.sandbox.GenerateInstance;
import dev.oin.sandbox.HandedIn;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.InstanceEvent;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.SandboxTest;
import dev.oin.sandbox.scim.AuthorizeScim.Answer;
import dev.oin.sandbox.scim.AuthorizeScim.Begin;
import dev.oin.sandbox.scim.AuthorizeScim.End;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.Scim;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** "Authenticate with {app}" (TA-13; RFC 6749, RFC 7636, RFC 9700), with the attacks on it. */
@SandboxTest
@RecordApplicationEvents
@ExtendWith(OutputCaptureExtension.class)
class AuthorizeScimIT {

    private final JdbcClient client;
    private final HandedIn handedIn;
    private final GenerateInstance generate;
    private final ChangeInstance change;
    private final Instances instances;
    private final AuthorizeScim authorize;
    private final TryCredentials trial;
    private final Provisioning provisioning;
    private final AcmeSandbox acme;
    private final AccountId robin = new AccountId(UUID.randomUUID());
    private final OauthServer server = new OauthServer();

    @Autowired
    ApplicationEvents events;

    private AcmeSandbox.Org org;
    private Instance app;

    @Autowired
    AuthorizeScimIT(
            JdbcClient client,
            HandedIn handedIn,
            GenerateInstance generate,
            ChangeInstance change,
            Instances instances,
            AuthorizeScim authorize,
            TryCredentials trial,
            Provisioning provisioning,
            People people,
            Assignments assignments) {
        this.client = client;
        this.handedIn = handedIn;
        this.generate = generate;
        this.change = change;
        this.instances = instances;
        this.authorize = authorize;
        this.trial = trial;
        this.provisioning = provisioning;
        this.acme = new AcmeSandbox(client, handedIn, people, generate, assignments);
    }

    @BeforeEach
    void install() {
        org = acme.organization();
        app = installed(org.id(), "scim  users");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Instance installed(OrganizationId owner, String scopes) {
        var scim = new Scim(
                server.url("/scim/v2/"),
                null,
                Scim.AuthMode.OAUTH2,
                new Scim.Oauth(server.url("/authorize?tenant=acme"), server.url("/token"), OauthServer.CLIENT, scopes),
                null,
                null,
                null,
                null,
                null);
        var content = new Content(
                Set.of(Protocol.SCIM),
                new Configuration(null, null, null, null, scim, null),
                null,
                Content.of(Set.of()).testInformation());
        var draft = handedIn.draft(owner, content);
        handedIn.enterScimSecret(draft.id(), OauthServer.SECRET);
        var order = new GenerateInstance.Order(Instance.Kind.CURRENT, Set.of(Protocol.SCIM), null, Map.of());
        return ((GenerateInstance.Outcome.Generated) generate.generate(draft.id(), order, robin)).instance();
    }

    private Begin.Begun begun(AccountId by) {
        var begun = (Begin.Begun) authorize.begin(app, by);
        server.expect(query(begun.page()).get("code_challenge"));
        return begun;
    }

    private static Map<String, String> query(URI page) {
        return Arrays.stream(page.getRawQuery().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static Answer code(Begin.Begun begun, String code) {
        return new Answer(query(begun.page()).get("state"), code, null, null);
    }

    private End connect() {
        var begun = begun(robin);
        return authorize.end(begun.pending(), code(begun, "right"), robin, org.id());
    }

    @Test
    void the_person_is_sent_to_the_app_with_state_and_challenge() {
        var query = query(begun(robin).page());

        assertThat(query)
                .containsEntry("tenant", "acme")
                .containsEntry("response_type", "code")
                .containsEntry("client_id", OauthServer.CLIENT)
                .containsEntry("redirect_uri", authorize.redirectUri().toString())
                .containsEntry("scope", "scim users")
                .containsEntry("code_challenge_method", "S256");
        assertThat(query.get("state")).hasSizeGreaterThanOrEqualTo(43);
        assertThat(query.get("state")).isNotEqualTo(query(begun(robin).page()).get("state"));
    }

    @Test
    void the_code_becomes_tokens_that_are_kept_sealed_and_let_us_in(CapturedOutput output) {
        var end = connect();

        assertThat(end).isInstanceOf(End.Connected.class);
        assertThat(trial.of(app)).isInstanceOf(Admission.Granted.class);
        assertThat(server.asked().getFirst())
                .containsEntry("redirect_uri", authorize.redirectUri().toString());
        assertThat(server.asked().getFirst()).doesNotContainKey("client_secret");
        assertThat(events.stream(InstanceEvent.InstanceEdited.class)).hasSize(1);
        var stored = client.sql("select scim_credentials from sandbox_instances where id = :id")
                .param("id", app.id().value())
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("canary");
        assertThat(output.getAll()).doesNotContain("canary");
    }

    @Test
    void a_client_that_has_to_show_its_secret_in_the_form_is_let_in_too() {
        server.takeSecretsInTheFormOnly();

        assertThat(connect()).isInstanceOf(End.Connected.class);
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void the_state_of_another_browser_session_fits_nothing() {
        var mine = begun(robin);
        var others = begun(robin);

        var end = authorize.end(mine.pending(), code(others, "right"), robin, org.id());

        assertThat(end).isInstanceOf(End.NotOurs.class);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void a_code_that_is_slipped_in_without_anything_begun_is_not_redeemed() {
        for (var answer : List.of(
                new Answer("guessed", "right", null, null),
                new Answer(null, "right", null, null),
                new Answer("", "right", null, null))) {
            assertThat(authorize.end(null, answer, robin, org.id())).isInstanceOf(End.NotOurs.class);
            assertThat(authorize.end(begun(robin).pending(), answer, robin, org.id()))
                    .isInstanceOf(End.NotOurs.class);
        }
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void what_one_account_began_another_cannot_end() {
        var begun = begun(robin);

        assertThat(authorize.end(begun.pending(), code(begun, "right"), new AccountId(UUID.randomUUID()), org.id()))
                .isInstanceOf(End.NotOurs.class);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void another_organisations_instance_is_not_connected() {
        var begun = begun(robin);

        assertThat(authorize.end(
                        begun.pending(),
                        code(begun, "right"),
                        robin,
                        acme.organization().id()))
                .isInstanceOf(End.NotOurs.class);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void a_code_of_somebody_elses_authorization_fails_at_the_verifier() {
        var begun = begun(robin);
        server.expect("another challenge");

        var end = authorize.end(begun.pending(), code(begun, "right"), robin, org.id());

        assertThat(end)
                .isInstanceOfSatisfying(
                        End.Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains("did not take its own authorization code", "Allow-list", "invalid_grant"));
        assertThat(credentials()).isFalse();
    }

    @Test
    void a_held_instance_keeps_what_it_has() {
        var begun = begun(robin);
        client.sql("update sandbox_instances set held = true where id = :id")
                .param("id", app.id().value())
                .update();

        var end = authorize.end(begun.pending(), code(begun, "right"), robin, org.id());

        assertThat(end).isInstanceOf(End.Refused.class);
        assertThat(credentials()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_denied", "invalid_scope", "server_error", "invalid_request", "unheard_of"})
    void what_the_app_says_no_with_is_told_with_what_to_change(String error) {
        var begun = begun(robin);
        var answer = new Answer(query(begun.page()).get("state"), null, error, "because\r\n code=canary");

        var end = authorize.end(begun.pending(), answer, robin, org.id());

        assertThat(end)
                .isInstanceOfSatisfying(
                        End.Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains(error, "because")
                                .doesNotContain("\n", "canary"));
    }

    @Test
    void the_access_token_is_renewed_before_it_ends() {
        server.issueFor(30);
        connect();

        assertThat(trial.of(app)).isInstanceOf(Admission.Granted.class);
        assertThat(server.asked()).extracting(form -> form.get("grant_type")).contains("refresh_token");
        assertThat(events.stream(InstanceEvent.InstanceEdited.class))
                .as("a renewal is no edit")
                .hasSize(1);
    }

    @Test
    void a_refused_access_token_is_renewed_once() {
        connect();
        server.revokeAccess();

        assertThat(trial.of(app)).isInstanceOf(Admission.Granted.class);
        assertThat(server.asked()).hasSize(2);
        assertThat(trial.of(app)).isInstanceOf(Admission.Granted.class);
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void an_authorization_that_the_app_ended_is_told_and_not_tried_again() {
        connect();
        server.revokeAll();

        var told = trial.of(app);
        var asked = server.asked().size();

        assertThat(told)
                .isInstanceOfSatisfying(
                        Admission.Denied.class,
                        denied -> assertThat(denied.change())
                                .contains("has ended the authorization", "Authenticate again", "invalid_grant"));
        assertThat(provisioning.connection(app)).isInstanceOf(Provisioning.Connection.NotConnected.class);
        assertThat(trial.of(app)).isInstanceOf(Admission.NotAsked.class);
        assertThat(server.asked()).hasSize(asked);
    }

    @Test
    void a_changed_client_secret_is_told_as_such() {
        connect();
        server.revokeAccess();
        handedIn.enterScimSecret(app.submission(), "another");

        assertThat(trial.of(app))
                .isInstanceOfSatisfying(
                        Admission.Denied.class,
                        denied -> assertThat(denied.change())
                                .contains("client ID or the client secret is wrong", "page 2"));

        handedIn.enterScimSecret(app.submission(), OauthServer.SECRET);
        assertThat(trial.of(app)).as("corrected, nothing else is needed").isInstanceOf(Admission.Granted.class);
    }

    @Test
    void a_token_cannot_be_typed_in_instead() {
        assertThat(change.connectScim(app.id(), org.id(), null, "typed"))
                .isInstanceOf(ChangeInstance.Outcome.Refused.class);
        assertThat(credentials()).isFalse();
    }

    @Test
    void provisioning_calls_go_with_the_access_token() {
        connect();
        var ada = acme.person(org, "ada@example.com");

        var told = provisioning.assigned(instances.find(app.id()).orElseThrow(), ada, null, Capture.NONE);

        assertThat(told).isEqualTo(new Provisioned.NotDeclared("CREATE"));
    }

    private boolean credentials() {
        return instances.find(app.id()).orElseThrow().scimCredentialsSet();
    }
}
