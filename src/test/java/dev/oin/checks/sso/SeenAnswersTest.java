package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.Exchange;
import dev.oin.checks.Exchange.Header;
import dev.oin.kernel.Protocol;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeenAnswersTest {

    private static final URI SANDBOX = URI.create("https://idp.example/sandbox/acme");
    private static final String ACS = "https://app.example/acs";

    private final SignInPageTab tab = new SignInPageTab(URI.create(SANDBOX + "/login"));

    @Test
    void an_answer_from_before_the_sign_in_is_not_the_one_that_signs_in() {
        sees("GET", ACS + "?error=login_required&state=1", 1);
        sees("POST", SANDBOX + "/login", 2);

        assertThat(answers(Protocol.OIDC).delivery()).isEmpty();

        sees("GET", ACS + "?code=a&state=2", 3);

        assertThat(answers(Protocol.OIDC).delivery())
                .get()
                .extracting(Exchange::url)
                .asString()
                .contains("code=a");
    }

    @Test
    void frames_in_which_an_app_looks_for_a_session_do_not_count() {
        sees("POST", SANDBOX + "/login", 1);
        sees("GET", ACS + "?code=a&state=2", 2);
        tab.sees(exchange("iframe", "GET", ACS + "?error=login_required&state=3", 3, null));

        assertThat(answers(Protocol.OIDC).delivery())
                .get()
                .extracting(Exchange::url)
                .asString()
                .contains("code=a");
    }

    @Test
    void notices_that_the_password_is_asked_for_again() {
        sees("POST", SANDBOX + "/login", 1);
        assertThat(answers(Protocol.OIDC).isAskedAgain()).isFalse();

        sees("GET", SANDBOX + "/login", 2);

        assertThat(answers(Protocol.OIDC).isAskedAgain()).isTrue();
    }

    @Test
    void only_a_real_error_refuses_the_app_s_request() {
        sees("GET", ACS + "?error=login_required", 1);
        assertThat(answers(Protocol.OIDC).refusal()).isEmpty();

        sees("GET", ACS + "?error=invalid_scope&error_description=Too+much", 2);
        var refusal = answers(Protocol.OIDC).refusal();

        assertThat(refusal).isPresent();
        assertThat(app(Protocol.OIDC).error(refusal.orElseThrow())).contains("invalid_scope: Too much");
    }

    @Test
    void an_app_that_only_looked_whether_somebody_is_signed_in_is_not_refused() {
        sees(samlError("NoPassive", "Nobody is signed in."));

        assertThat(answers(Protocol.SAML).refusal()).isEmpty();

        sees(samlError("NoAuthnContext", "Only passwords here."));

        assertThat(answers(Protocol.SAML).refusal()).isPresent();
    }

    @Test
    void reads_the_error_of_a_saml_answer() {
        assertThat(app(Protocol.SAML).error(samlError("NoAuthnContext", "Only passwords here.")))
                .contains("NoAuthnContext: Only passwords here.");
    }

    @Test
    void a_saml_answer_of_which_a_part_was_kept_names_no_error() {
        var part = exchange("document", "POST", ACS, 1, "SAMLResponse=PHA6U3RhdHVzPg%3D%3DX");

        assertThat(app(Protocol.SAML).error(part)).isEmpty();
    }

    @Test
    void says_which_cookie_was_lost_and_why() {
        assertThat(lost("sid=1; HttpOnly; SameSite=Strict", ""))
                .get()
                .asString()
                .contains("sid", "SameSite=Strict");
        assertThat(lost("sid=1; SameSite=None", "")).get().asString().contains("without Secure");
        assertThat(lost("sid=1; SameSite=Strict", "sid=1")).isEmpty();
        assertThat(lost("sid=; Max-Age=0; SameSite=Strict", "")).isEmpty();
        assertThat(lost("theme=dark; Path=/other; SameSite=Strict", "")).isEmpty();
    }

    private static Optional<String> lost(String set, String sent) {
        var delivery = new Exchange(
                Instant.ofEpochSecond(1),
                Duration.ZERO,
                "document",
                "POST",
                URI.create(ACS),
                List.of(),
                null,
                302,
                List.of(new Header("Set-Cookie", set)),
                null,
                null);
        var next = new Exchange(
                Instant.ofEpochSecond(2),
                Duration.ZERO,
                "document",
                "GET",
                URI.create("https://app.example/home"),
                List.of(new Header("Cookie", sent)),
                null,
                200,
                List.of(),
                null,
                null);
        return LostCookies.around(delivery, List.of(delivery, next));
    }

    private void sees(String method, String url, int second) {
        sees(exchange("document", method, url, second, null));
    }

    private void sees(Exchange exchange) {
        tab.sees(exchange);
    }

    private static Exchange samlError(String code, String message) {
        var xml = "<p:Status><p:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Responder\">"
                + "<p:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:" + code + "\"/></p:StatusCode>"
                + "<p:StatusMessage>" + message + "</p:StatusMessage></p:Status>";
        var response = Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
        return exchange("document", "POST", ACS, 1, "SAMLResponse=" + response.replace("+", "%2B"));
    }

    private static Exchange exchange(String kind, String method, String url, int second, @Nullable String body) {
        return new Exchange(
                Instant.ofEpochSecond(second),
                Duration.ZERO,
                kind,
                method,
                URI.create(url),
                List.of(),
                body,
                200,
                List.of(),
                null,
                null);
    }

    private SeenAnswers answers(Protocol protocol) {
        return new SeenAnswers(tab, app(protocol));
    }

    private static App app(Protocol protocol) {
        return new App(protocol, List.of(URI.create(ACS)), null, null, SANDBOX);
    }
}
