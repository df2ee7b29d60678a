package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.CheckReport;
import dev.oin.checks.SuiteName;
import dev.oin.checks.Verdict;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.ChangeInstance;
import dev.oin.sandbox.GenerateInstance;
import dev.oin.sandbox.GenerateInstance.Outcome.Generated;
import dev.oin.sandbox.Instance;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.Saml;
import dev.oin.submission.TestInformation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A real application beside the checks: kept SAML and OpenID Connect libraries, just-in-time creation, a logout endpoint, and a switch per weakness. */
abstract class OnSampleApp extends OnCheckedSandbox {

    @Autowired
    SampleApp app;

    @Autowired
    ChangeInstance change;

    @AfterEach
    void mend() throws Exception {
        app.connect("{\"second\":null,\"logout\":null,\"saml\":{\"force_authn\":false},\"weaknesses\":[]}");
    }

    void weakened(String... weaknesses) throws Exception {
        app.connect("{\"weaknesses\":[%s]}"
                .formatted(Stream.of(weaknesses)
                        .map(weakness -> '"' + weakness + '"')
                        .collect(Collectors.joining(","))));
    }

    void connectSaml(Generated generated) throws Exception {
        var addresses = instances.addresses(generated.instance()).saml();
        assertThat(addresses).isNotNull();
        app.connect("{\"tenant\":\"acme\",\"jit\":true,\"saml\":{\"metadata_url\":\"%s\"}}"
                .formatted(addresses.metadataUrl()));
    }

    void connectOidc(Generated generated, String secret) throws Exception {
        var addresses = instances.addresses(generated.instance()).oidc();
        assertThat(addresses).isNotNull();
        app.connect(
                "{\"tenant\":\"acme\",\"jit\":true,\"oidc\":{\"issuer\":\"%s\",\"client_id\":\"%s\",\"client_secret\":\"%s\",\"auth_method\":\"basic\"}}"
                        .formatted(addresses.issuer(), addresses.clientId(), secret));
    }

    /** The second tenant of the app. */
    void connectSecond(Generated generated) throws Exception {
        var addresses = instances.addresses(generated.instance()).saml();
        assertThat(addresses).isNotNull();
        app.connect("{\"second\":{\"metadata_url\":\"%s\"}}".formatted(addresses.metadataUrl()));
    }

    /** Another instance of the same submission. */
    Generated again(Generated first) {
        var order = new GenerateInstance.Order(
                Instance.Kind.CURRENT, first.instance().protocols(), "Sample HR, second tenant", Map.of());
        return (Generated) generate.generate(first.instance().submission(), order, new AccountId(UUID.randomUUID()));
    }

    static List<String> ids(CheckReport report, Verdict verdict) {
        return report.results().stream()
                .filter(result -> result.outcome().verdict() == verdict)
                .map(result -> result.check().value())
                .toList();
    }

    Generated saml() {
        return saml(true);
    }

    Generated saml(boolean jit) {
        return saml(jit, null);
    }

    /** With a Universal Logout endpoint, where one is given. */
    Generated saml(boolean jit, Configuration.@Nullable UniversalLogout logout) {
        var saml = new Saml(
                app.at("/saml/acs").toString(),
                List.of(new Saml.AcsEndpoint(app.at("/saml/acs/second").toString(), 1)),
                app.at("/saml/metadata").toString(),
                List.of(
                        new Saml.Attribute("firstName", "user.firstName"),
                        new Saml.Attribute("lastName", "user.lastName"),
                        new Saml.Attribute("email", "user.email")),
                List.of(),
                app.at("/guides/saml").toString());
        var tests = new TestInformation.SamlTest(
                true, true, jit, app.at("/saml/login").toString(), "Open it.");
        return install(
                Protocol.SAML,
                new Configuration(null, null, null, saml, null, logout),
                new TestInformation(null, null, null, null, null, tests));
    }

    Generated oidc() {
        return oidc(null);
    }

    /** With a Universal Logout endpoint, where one is given. */
    Generated oidc(Configuration.@Nullable UniversalLogout logout) {
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
                new Configuration(null, null, oidc, null, null, logout),
                new TestInformation(null, null, null, null, tests, null));
    }

    Generated install(Protocol protocol, Configuration configuration, TestInformation tests) {
        var protocols = configuration.ul() == null ? Set.of(protocol) : Set.of(protocol, Protocol.UNIVERSAL_LOGOUT);
        var submission = handedIn.draft(org.id(), new Content(protocols, configuration, null, tests));
        var order = new GenerateInstance.Order(Instance.Kind.CURRENT, Set.of(protocol), "Sample HR", Map.of());
        var outcome = generate.generate(submission.id(), order, new AccountId(UUID.randomUUID()));
        assertThat(outcome).isInstanceOf(Generated.class);
        var generated = (Generated) outcome;
        var email = "ada-" + UUID.randomUUID().toString().substring(0, 8) + "@acme.example";
        var person = sandbox.person(org, email);
        assignments.assign(generated.instance().id(), person.id(), org.id());
        if (configuration.ul() != null) {
            change.enableLogout(generated.instance().id(), org.id(), true);
        }
        return generated;
    }

    CheckReport run(Instance instance) {
        return run(instance, SuiteName.SUBMISSION_TESTER);
    }
}
