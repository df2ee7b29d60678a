package dev.oin.sample.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.oin.sample.Addresses;
import dev.oin.sample.Browser;
import dev.oin.sample.RunningSample;
import dev.oin.sample.people.People;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

class OidcSignInIT {

    @TempDir
    static Path data;

    private static RunningSample sample;
    private static Addresses addresses;
    private static TestOpenIdProvider provider;
    private final Browser browser = new Browser();

    /** One thing wrong with an ID token, and the weakness that lets it pass. */
    enum Defect {
        NONCE("oidc-nonce-ignored", claims -> claims.claim("nonce", "other")),
        AUDIENCE("oidc-audience-ignored", claims -> claims.audience("other"));

        private final String weakness;
        private final UnaryOperator<JWTClaimsSet.Builder> breakage;

        Defect(String weakness, UnaryOperator<JWTClaimsSet.Builder> breakage) {
            this.weakness = weakness;
            this.breakage = breakage;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        provider = new TestOpenIdProvider();
        sample = new RunningSample(data);
        addresses = sample.addresses();
    }

    @AfterAll
    static void stop() {
        sample.close();
        provider.close();
    }

    @BeforeEach
    void connect() {
        connect("basic");
        provider.breakNext(UnaryOperator.identity());
        provider.signByStranger(false);
        sample.bean(People.class).reset();
    }

    private static void connect(String method) {
        HttpResponse<String> answer = sample.setUp("""
                {"oidc":{"issuer":"%s","client_id":"%s","client_secret":"s3cret","auth_method":"%s"},"jit":true,"weaknesses":[]}""".formatted(provider.issuer(), TestOpenIdProvider.CLIENT, method));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private Map<String, String> request(HttpResponse<String> start) {
        String location = start.headers().firstValue("Location").orElseThrow();
        Map<String, String> parameters = UriComponentsBuilder.fromUriString(location)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        parameters.replaceAll((name, value) -> UriUtils.decode(value, "UTF-8"));
        provider.expect(parameters.get("nonce"));
        return parameters;
    }

    private HttpResponse<String> answer(String state) {
        return browser.get(addresses.oidcCallback() + "?code=c1&state=" + UriUtils.encode(state, "UTF-8"));
    }

    private HttpResponse<String> signIn() {
        return answer(request(browser.get(addresses.oidcLogin())).get("state"));
    }

    private String home() {
        return browser.get(addresses.base() + "/").body();
    }

    @Test
    void signs_in_with_pkce_nonce_and_state() {
        Map<String, String> request = request(browser.get(addresses.oidcLogin() + "?to=/account"));
        HttpResponse<String> page = browser.follow(answer(request.get("state")));

        assertThat(request)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid profile email")
                .containsEntry("redirect_uri", addresses.oidcCallback());
        assertThat(page.uri().getPath()).isEqualTo("/account");
        assertThat(page.body()).contains("Jane", "Doe", "jane@acme.example");
        assertThat(provider.lastTokenRequest("authorization")).startsWith("Basic ");
    }

    @Test
    void sends_the_secret_in_the_body_when_told_so() {
        connect("post");

        signIn();

        assertThat(home()).contains("Jane Doe");
        assertThat(provider.lastTokenRequest("body")).contains("client_secret=s3cret", "code_verifier=");
    }

    @Test
    void starts_when_the_provider_asks_by_get_or_post() {
        String hint = "?iss=" + provider.issuer() + "&login_hint=jane&target_link_uri=" + addresses.account();
        Map<String, String> request = request(browser.get(addresses.oidcInitiate() + hint));
        assertThat(request).containsEntry("login_hint", "jane");
        assertThat(answer(request.get("state")).headers().firstValue("Location"))
                .hasValue("/account");

        assertThat(new Browser()
                        .post(addresses.oidcInitiate(), Map.of("iss", provider.issuer()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.get(addresses.oidcInitiate() + "?iss=https://other.example")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_defect_unless_the_weakness_is_on(Defect defect) {
        provider.breakNext(defect.breakage);
        assertThat(signIn().statusCode()).isEqualTo(403);
        assertThat(home()).contains("id=\"signed-out\"");

        sample.setUp("{\"weaknesses\":[\"" + defect.weakness + "\"]}");
        signIn();

        assertThat(home()).contains("Jane Doe");
    }

    @Test
    void refuses_a_strangers_signature_unless_the_weakness_is_on() {
        provider.signByStranger(true);
        assertThat(signIn().statusCode()).isEqualTo(403);

        sample.setUp("{\"weaknesses\":[\"oidc-signature-ignored\"]}");
        signIn();

        assertThat(home()).contains("Jane Doe");
    }

    @Test
    void refuses_another_state_unless_the_weakness_is_on() {
        request(browser.get(addresses.oidcLogin()));
        assertThat(answer("other").statusCode()).isEqualTo(403);

        sample.setUp("{\"weaknesses\":[\"oidc-state-ignored\"]}");
        request(browser.get(addresses.oidcLogin()));
        answer("other");

        assertThat(home()).contains("Jane Doe");
    }

    @Test
    void ends_sessions_by_universal_logout_once_per_token() throws Exception {
        signIn();
        String token = provider.sign(
                "global-token-revocation+jwt",
                new JWTClaimsSet.Builder()
                        .issuer(provider.issuer())
                        .subject(TestOpenIdProvider.CLIENT)
                        .audience(addresses.logout())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(new Date())
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .build());

        assertThat(revoke("none").statusCode()).isEqualTo(401);
        assertThat(home()).contains("Jane Doe");
        assertThat(revoke(token).statusCode()).isEqualTo(204);
        assertThat(home()).contains("id=\"signed-out\"");
        assertThat(revoke(token).statusCode()).isEqualTo(401);
        signIn();
        assertThat(home()).contains("Jane Doe");
    }

    private HttpResponse<String> revoke(String token) {
        return new Browser()
                .send(HttpRequest.newBuilder(URI.create(addresses.logout()))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"sub_id\":{\"format\":\"email\",\"email\":\"jane@acme.example\"}}")));
    }
}
