package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.account.Caller;
import dev.oin.account.MemberRole;
import dev.oin.checks.CheckReport;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.Fault;
import dev.oin.checks.RequestRun;
import dev.oin.checks.RequestRun.Answer;
import dev.oin.checks.RunChecks;
import dev.oin.checks.SuiteName;
import dev.oin.checks.Verdict;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.AcmeSandbox;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.GenerateInstance;
import dev.oin.sandbox.GenerateInstance.Outcome.Generated;
import dev.oin.sandbox.HandedIn;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.TestInformation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** The submission tester on a real application: kept SAML and OpenID Connect libraries, just-in-time creation. */
@SpringBootTest(
        classes = CheckedSandbox.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.enabled=false", "oin.egress.allow=127.0.0.0/8,localhost"})
@ContextConfiguration(initializers = OinSpringTest.FreshDatabase.class)
class SampleAppIT {

    private static SampleApp app;

    @Autowired
    private JdbcClient client;

    @Autowired
    private HandedIn handedIn;

    @Autowired
    private People people;

    @Autowired
    private GenerateInstance generate;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Instances instances;

    @Autowired
    private RequestRun requests;

    @Autowired
    private RunChecks runChecks;

    @Autowired
    private CheckRuns runs;

    private AcmeSandbox.Org org;

    @BeforeAll
    static void start() throws Exception {
        assertThat(SampleApp.JAR)
                .as("./verify builds the sample application first")
                .exists();
        app = SampleApp.started();
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
    }

    @BeforeEach
    void prepare() {
        org = new AcmeSandbox(client, handedIn, people, generate, assignments).organization();
    }

    @Test
    void saml_with_just_in_time_creation_passes_every_case() throws Exception {
        var generated = saml();
        connectSaml(generated);

        var report = run(generated.instance());

        assertThat(report.results())
                .hasSize(3)
                .allSatisfy(result -> assertThat(result.outcome().verdict())
                        .as(result.check() + ": " + result.outcome())
                        .isEqualTo(Verdict.PASSED));
    }

    @Test
    void openid_connect_with_just_in_time_creation_passes_every_case() throws Exception {
        var generated = oidc();
        connectOidc(generated, generated.clientSecret());

        var report = run(generated.instance());

        assertThat(report.results())
                .hasSize(3)
                .allSatisfy(result -> assertThat(result.outcome().verdict())
                        .as(result.check() + ": " + result.outcome())
                        .isEqualTo(Verdict.PASSED));
    }

    @Test
    void a_wrong_client_secret_is_the_configurations_fault() throws Exception {
        var generated = oidc();
        connectOidc(generated, "not-the-secret");

        var report = run(generated.instance());

        assertThat(report.results()).hasSize(3).allSatisfy(result -> {
            assertThat(result.outcome().verdict()).isEqualTo(Verdict.FAILED);
            assertThat(result.outcome().fault()).contains(Fault.CONFIGURATION);
            assertThat(result.outcome().remedy()).contains("client secret");
        });
    }

    @Test
    void an_app_connected_to_another_instance_is_misconfigured() throws Exception {
        var old = saml();
        connectSaml(old);

        var report = run(saml().instance());

        assertThat(report.results())
                .allSatisfy(result -> assertThat(result.outcome().verdict())
                        .as(result.check() + ": " + result.outcome())
                        .isEqualTo(Verdict.FAILED));
        assertThat(report.results().get(1).outcome().fault()).contains(Fault.CONFIGURATION);
    }

    private void connectSaml(Generated generated) throws Exception {
        var addresses = instances.addresses(generated.instance()).saml();
        assertThat(addresses).isNotNull();
        app.connect("{\"tenant\":\"acme\",\"jit\":true,\"saml\":{\"metadata_url\":\"%s\"}}"
                .formatted(addresses.metadataUrl()));
    }

    private void connectOidc(Generated generated, String secret) throws Exception {
        var addresses = instances.addresses(generated.instance()).oidc();
        assertThat(addresses).isNotNull();
        app.connect(
                "{\"tenant\":\"acme\",\"jit\":true,\"oidc\":{\"issuer\":\"%s\",\"client_id\":\"%s\",\"client_secret\":\"%s\",\"auth_method\":\"basic\"}}"
                        .formatted(addresses.issuer(), addresses.clientId(), secret));
    }

    private Generated saml() {
        var saml = new Configuration.Saml(
                app.at("/saml/acs").toString(),
                List.of(),
                app.at("/saml/metadata").toString(),
                List.of(
                        new Configuration.Attribute("firstName", "user.firstName"),
                        new Configuration.Attribute("lastName", "user.lastName"),
                        new Configuration.Attribute("email", "user.email")),
                List.of(),
                app.at("/guides/saml").toString());
        var tests = new TestInformation.SamlTest(
                true, true, true, app.at("/saml/login").toString(), "Open it.");
        return install(
                Protocol.SAML,
                new Configuration(null, null, null, saml, null, null),
                new TestInformation(null, null, null, null, null, tests));
    }

    private Generated oidc() {
        var oidc = new Configuration.Oidc(
                List.of(app.at("/oidc/callback").toString()),
                app.at("/oidc/initiate").toString(),
                List.of(app.at("/signed-out").toString()),
                app.at("/guides/oidc").toString(),
                null,
                true);
        var tests = new TestInformation.OidcTest(true, app.at("/oidc/login").toString());
        return install(
                Protocol.OIDC,
                new Configuration(null, null, oidc, null, null, null),
                new TestInformation(null, null, null, null, tests, null));
    }

    private Generated install(Protocol protocol, Configuration configuration, TestInformation tests) {
        var submission = handedIn.draft(org.id(), new Content(Set.of(protocol), configuration, null, tests));
        var order = new GenerateInstance.Order(Instance.Kind.CURRENT, Set.of(protocol), "Sample HR", Map.of());
        var outcome = generate.generate(submission.id(), order, new AccountId(UUID.randomUUID()));
        assertThat(outcome).isInstanceOf(Generated.class);
        var generated = (Generated) outcome;
        var email = "ada-" + UUID.randomUUID().toString().substring(0, 8) + "@acme.example";
        var person = new AcmeSandbox(client, handedIn, people, generate, assignments).person(org, email);
        assignments.assign(generated.instance().id(), person.id(), org.id());
        return generated;
    }

    private CheckReport run(Instance instance) {
        var caller = new Caller(
                new AccountId(UUID.randomUUID()),
                "isv@acme.example",
                "Ida",
                org.id(),
                Set.of(MemberRole.SUPER_ADMIN),
                Set.of());
        var answer = requests.request(
                new RequestRun.Request(
                        instance.submission(), SuiteName.SUBMISSION_TESTER, instance.id(), List.of(), null),
                caller);
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        var run = ((Answer.Accepted) answer).run().id();
        runChecks.run(run);
        return runs.report(run).orElseThrow();
    }
}
