package dev.oin.checks.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.CapturedCalls;
import dev.oin.checks.Fault;
import dev.oin.checks.FixtureSite;
import dev.oin.checks.FixtureSite.Answer;
import dev.oin.checks.Outcome;
import dev.oin.checks.Verdict;
import dev.oin.checks.preflight.Contacts.InstalledAddresses;
import dev.oin.checks.preflight.Contacts.ScimContact;
import dev.oin.egress.EgressFixture;
import dev.oin.submission.MetadataReader;
import dev.oin.submission.Saml.AcsEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sound app is contacted without a false alarm; each planted mistake is found by its name. */
class PreflightChecksTest {

    private static final String TOKEN = "Bearer right";

    private final FixtureSite site = new FixtureSite()
            .serve("/", asked -> Answer.status(404, "Not found"))
            .serve("/callback", asked -> Answer.status(400, "No code"))
            .serve("/start", asked -> Answer.redirect("/somewhere"))
            .serve("/acs", asked -> Answer.status(405, "POST only"))
            .serve("/broken", asked -> Answer.status(500, "Oops"))
            .page("/metadata", "<metadata/>")
            .serve(
                    "/scim/Users",
                    asked -> Answer.status(
                            TOKEN.equals(asked.exchange().getRequestHeaders().getFirst("Authorization")) ? 200 : 401,
                            "{}"))
            .serve("/moved/Users", asked -> Answer.redirect("/login"))
            .serve("/marked/Users", asked -> Answer.status(200, "\uFEFF{}"))
            .serve("/page/Users", asked -> Answer.status(200, "<html></html>"))
            .serve("/logout", asked -> Answer.status(401, ""));
    private String published = site.at("/acs").toString();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_sound_app_raises_no_alarm() {
        assertThat(PreflightChecks.all(metadata()))
                .allSatisfy(check -> assertThat(outcome(check.id().value(), sound()))
                        .as(check.id().value())
                        .isInstanceOf(Outcome.Passed.class));
    }

    @Test
    void an_unknown_host_is_a_matter_of_configuration() {
        var outcome = outcome("PF-OI-1", with("https://no-such-host.example.com/callback"));

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(outcome.fault()).contains(Fault.CONFIGURATION);
        assertThat(outcome.observed()).contains("cannot be resolved");
    }

    @Test
    void a_host_without_trusted_tls_is_a_matter_of_configuration() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> speakPlainly(server));

            var outcome = outcome("PF-OI-1", with("https://127.0.0.1:" + server.getLocalPort() + "/callback"));

            assertThat(outcome.fault()).contains(Fault.CONFIGURATION);
            assertThat(outcome.remedy()).contains("certificate");
        }
    }

    private static void speakPlainly(ServerSocket server) {
        try (var client = server.accept()) {
            client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().read();
        } catch (IOException gone) {
            return;
        }
    }

    @Test
    void a_private_address_is_a_matter_of_configuration() {
        assertThat(outcome("PF-OI-1", with("https://10.0.0.7/callback")).fault())
                .contains(Fault.CONFIGURATION);
    }

    @Test
    void a_missing_page_names_the_address() {
        var outcome = outcome("PF-OI-1", with(site.at("/nothing").toString()));

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(outcome.expected()).contains(site.at("/nothing").toString());
    }

    @Test
    void an_app_that_fails_is_at_fault_itself() {
        assertThat(outcome("PF-OI-1", with(site.at("/broken").toString())).fault())
                .contains(Fault.APP);
    }

    @Test
    void an_app_that_does_not_run_is_nobodys_mistake() {
        var address = site.at("/callback").toString();
        site.close();

        assertThat(outcome("PF-OI-1", with(address)).verdict()).isEqualTo(Verdict.ERRORED);
    }

    @Test
    void metadata_that_names_another_address_is_found() {
        published = "https://app.example.com/other-acs";

        var outcome = outcome("PF-SA-3", sound());

        assertThat(outcome.fault()).contains(Fault.CONFIGURATION);
        assertThat(outcome.observed()).contains(site.at("/acs").toString(), "other-acs");
    }

    @Test
    void wrong_scim_credentials_are_told_from_a_wrong_address() {
        var wrong = scim("/scim", "Bearer wrong");
        assertThat(outcome("PF-SC-1", wrong).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(outcome("PF-SC-2", wrong).fault()).contains(Fault.CONFIGURATION);
        assertThat(outcome("PF-SC-2", wrong).observed()).contains("401");

        assertThat(outcome("PF-SC-1", scim("/elsewhere", TOKEN)).remedy()).contains("base URL");
        assertThat(outcome("PF-SC-1", scim("/moved", TOKEN)).observed()).contains("302 to /login");
        assertThat(outcome("PF-SC-1", scim("/page", TOKEN)).remedy()).contains("base URL");
        assertThat(outcome("PF-SC-1", scim("/marked", TOKEN)).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_logout_endpoint_that_lets_everybody_in_is_found() {
        site.serve("/open", asked -> Answer.status(204, ""));

        assertThat(outcome("PF-UL-1", logout("/open")).fault()).contains(Fault.APP);
        assertThat(outcome("PF-UL-1", logout("/nothing")).fault()).contains(Fault.CONFIGURATION);
    }

    @Test
    void an_issuer_that_cannot_be_reached_is_ours() {
        var issuer = PreflightChecks.issuer(site.at("/nothing"), "https://idp.example.com");

        var outcome = issuer.contact().apply(contacts(sound()));

        assertThat(outcome.verdict()).isEqualTo(Verdict.ERRORED);
        assertThat(outcome.fault()).contains(Fault.PLATFORM);
    }

    private MetadataReader metadata() {
        return bytes -> new String(bytes, StandardCharsets.UTF_8).contains("metadata")
                ? new MetadataReader.Reading.ServiceProvider(
                        site.at("/metadata").toString(),
                        List.of(new AcsEndpoint(published, null)),
                        null,
                        List.of(),
                        false)
                : new MetadataReader.Reading.Refused("no");
    }

    private Outcome outcome(String id, InstalledAddresses installed) {
        return PreflightChecks.all(metadata()).stream()
                .filter(check -> check.id().value().equals(id))
                .findFirst()
                .orElseThrow()
                .contact()
                .apply(contacts(installed));
    }

    private static Contacts contacts(InstalledAddresses installed) {
        return new Contacts(EgressFixture.loopbackOnly(), new CapturedCalls("contact"), List.of(installed));
    }

    private InstalledAddresses sound() {
        return app(site.at("/callback"), scimAt("/scim", TOKEN), site.at("/logout"));
    }

    private InstalledAddresses with(String redirectUri) {
        return app(URI.create(redirectUri), null, null);
    }

    private InstalledAddresses scim(String path, String authorization) {
        return app(site.at("/callback"), scimAt(path, authorization), null);
    }

    private ScimContact scimAt(String path, String authorization) {
        return new ScimContact(site.at(path), authorization, null);
    }

    private InstalledAddresses logout(String path) {
        return app(site.at("/callback"), null, site.at(path));
    }

    private InstalledAddresses app(
            URI redirectUri,
            @org.jspecify.annotations.Nullable ScimContact scim,
            @org.jspecify.annotations.Nullable URI logout) {
        return new InstalledAddresses(
                "App",
                List.of(redirectUri),
                List.of(site.at("/acs")),
                site.at("/start"),
                site.at("/start"),
                site.at("/start"),
                site.at("/metadata").toString(),
                scim,
                logout);
    }
}
