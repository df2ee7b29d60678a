package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.Exchange;
import dev.oin.checks.Exchange.Header;
import dev.oin.checks.Verdict;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.SignInEvent;
import dev.oin.sandbox.SignInEvent.What;
import dev.oin.sandbox.SignOnSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Q-* and F-OI-*: requests of a sound app raise no alarm, each planted flaw is found by its name. */
class AdviceChecksTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String SSO = "https://idp.example/sandbox/acme/saml/1/sso";
    private static final URI ACS = URI.create("https://app.example.com/acs");
    private static final URI CALLBACK = URI.create("https://app.example.com/callback");
    private static final URI HOME = URI.create("https://app.example.com/home");

    private final Map<String, String> saml = new HashMap<>(Map.of(
            "id", "_5f2b1c8a9d3e4f60718293a4b5c6d7e8",
            "version", "2.0",
            "issue_instant", NOW.toString(),
            "issuer", "https://app.example.com/saml",
            "destination", SSO,
            "acs_url", ACS.toString(),
            "signature", "not signed",
            "is_passive", "false"));
    private final Map<String, String> oidc = new HashMap<>(Map.of(
            "scope", "openid profile email",
            "redirect_uri", CALLBACK.toString(),
            "state", "Zk3vX1pQ9sT7uY2wA4bC6dE8fG0hJ5kL",
            "nonce", "N1m2O3p4Q5r6S7t8U9v0W1x2Y3z4A5b6",
            "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
            "code_challenge_method", "S256"));
    private final Map<String, String> redeemed =
            new HashMap<>(Map.of("redirect_uri", CALLBACK.toString(), "client_authentication", "client_secret_basic"));
    private List<Map<String, String>> samples = List.of();
    private int redemptions = 1;
    private String cookie = "session=abcdef; Path=/; Secure; HttpOnly; SameSite=Lax";
    private String sent = "";
    private String sentLater = "";
    private URI rest = HOME;

    @Test
    void a_sound_app_raises_no_alarm() {
        assertThat(Stream.concat(RequestChecks.all().stream(), BrowserHabits.all().stream())
                        .filter(check -> !check.id().value().matches("F-XX-3|F-SA-5")))
                .allSatisfy(check ->
                        assertThat(verdict(check)).as(check.id().value()).isEqualTo(Verdict.PASSED));
    }

    @ParameterizedTest
    @CsvSource({
        "Q-SA-1, id, _42",
        "Q-SA-1, version, 1.1",
        "Q-SA-1, issuer, https://other.example.com",
        "Q-SA-1, issue_instant, 2026-03-01T09:00:00Z",
        "Q-SA-1, issue_instant, 2026-03-01T10:00:00+01:00[Europe/Berlin]",
        "Q-SA-2, destination, https://other.example.com/sso",
        "Q-SA-3, acs_url, https://app.example.com/elsewhere",
        "Q-SA-3, acs_index, 1",
        "Q-SA-3, protocol_binding, urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect",
        "Q-SA-4, signature, signed with rsa-sha1; SHA-1 is broken",
        "Q-SA-4, is_passive, true"
    })
    void flaws_of_saml_requests_are_found(String check, String name, String value) {
        saml.put(name, value);

        assertFound(check);
    }

    @ParameterizedTest
    @CsvSource({
        "Q-OI-1, scope, profile email",
        "Q-OI-1, scope, openid offline_access",
        "Q-OI-1, redirect_uri, https://app.example.com/elsewhere",
        "Q-OI-2, state, 12345678",
        "Q-OI-2, nonce, ''",
        "Q-OI-3, code_challenge_method, plain",
        "F-OI-5, scope, openid"
    })
    void flaws_of_openid_connect_requests_are_found(String check, String name, String value) {
        oidc.put(name, value);

        assertFound(check);
    }

    @Test
    void a_state_that_comes_twice_is_found() {
        samples = List.of(Map.of("state", oidc.get("state"), "nonce", "another-one-that-is-long-enough-0123"));

        assertFound("Q-OI-2");
    }

    @Test
    void a_signed_request_without_destination_is_found() {
        saml.remove("destination");
        assertThat(verdict("Q-SA-2")).isEqualTo(Verdict.PASSED);
        saml.put("signature", "signed with rsa-sha256, verified");

        assertFound("Q-SA-2");
    }

    @Test
    void a_code_that_is_redeemed_twice_or_elsewhere_is_found() {
        redemptions = 2;
        assertFound("Q-OI-4");
        redemptions = 1;
        redeemed.put("redirect_uri", HOME.toString());

        assertFound("Q-OI-4");
    }

    @ParameterizedTest
    @CsvSource({"session=abcdef; Path=/; Secure; HttpOnly", "session=abcdef; Path=/; HttpOnly; SameSite=Lax"})
    void unprotected_cookies_are_found(String header) {
        cookie = header;

        assertFound("Q-XX-1");
    }

    @Test
    void a_session_identifier_from_before_the_sign_in_is_found() {
        cookie = "";
        sent = "JSESSIONID=123";
        sentLater = "JSESSIONID=123";

        assertFound("Q-XX-1");
    }

    @Test
    void a_new_session_identifier_counts_even_where_no_header_was_seen_to_set_it() {
        cookie = "";
        sent = "JSESSIONID=123";
        sentLater = "JSESSIONID=456";

        assertThat(verdict("Q-XX-1")).isEqualTo(Verdict.PASSED);
    }

    private static List<Header> cookieHeader(String value) {
        return value.isEmpty() ? List.of() : List.of(new Header("Cookie", value));
    }

    @Test
    void an_answer_that_stays_in_the_address_is_found() {
        rest = URI.create(HOME + "?code=abc");

        assertFound("Q-XX-1");
    }

    private void assertFound(String id) {
        assertThat(verdict(id)).as(id).isIn(Verdict.FAILED, Verdict.WARNED);
    }

    private Verdict verdict(String id) {
        return Stream.concat(RequestChecks.all().stream(), BrowserHabits.all().stream())
                .filter(check -> check.id().value().equals(id))
                .map(this::verdict)
                .findFirst()
                .orElseThrow();
    }

    private Verdict verdict(AdviceCheck check) {
        return check.outcome(watching(seen(check.protocol() == Protocol.SAML ? Protocol.SAML : Protocol.OIDC)))
                .verdict();
    }

    private ObservedSignIn seen(Protocol protocol) {
        var app = new App(
                protocol,
                List.of(protocol == Protocol.SAML ? ACS : CALLBACK),
                HOME.resolve("/start"),
                null,
                URI.create("https://idp.example/sandbox/acme"));
        var events = new ArrayList<SignInEvent>();
        events.add(event(
                protocol == Protocol.SAML ? What.SAML_REQUEST_RECEIVED : What.OIDC_REQUEST_RECEIVED,
                protocol == Protocol.SAML ? saml : oidc));
        events.add(event(What.OIDC_ANSWERED, Map.of()));
        for (var number = 0; number < redemptions; number++) {
            events.add(event(What.CODE_REDEEMED, redeemed));
        }
        var delivery = exchange(
                URI.create(CALLBACK + "?code=0123456789abcdef&state=x"),
                cookieHeader(sent),
                cookie.isEmpty() ? List.of() : List.of(new Header("Set-Cookie", cookie)));
        return new ObservedSignIn(
                app,
                instance(),
                SSO,
                events,
                List.of(delivery, exchange(HOME, cookieHeader(sentLater), List.of())),
                rest,
                samples);
    }

    private static Exchange exchange(URI url, List<Header> request, List<Header> response) {
        return new Exchange(NOW, Duration.ZERO, "document", "GET", url, request, null, 200, response, "Hello", null);
    }

    private static SignInEvent event(What what, Map<String, String> details) {
        return new SignInEvent(1, new InstanceId(new UUID(0, 1)), null, null, what, details, NOW);
    }

    static Instance instance() {
        return new Instance(
                new InstanceId(new UUID(0, 1)),
                new OrganizationId(new UUID(0, 2)),
                new IntegrationId(new UUID(0, 3)),
                new SubmissionId(new UUID(0, 4)),
                Instance.Kind.CURRENT,
                1,
                "hash",
                "App",
                Set.of(Protocol.SAML),
                true,
                false,
                Map.of(),
                new InstalledApp(
                        "App",
                        new InstalledApp.Saml(
                                ACS.toString(), List.of(), "https://app.example.com/saml", List.of(), List.of(), null),
                        null,
                        null,
                        null),
                SignOnSettings.standard(),
                null,
                false,
                false,
                new AccountId(new UUID(0, 5)),
                NOW,
                NOW);
    }

    private static AdviceLab watching(ObservedSignIn seen) {
        return new ScriptedLab().seeing(seen);
    }
}
