package dev.oin.sample.saml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.sample.Addresses;
import dev.oin.sample.Browser;
import dev.oin.sample.RunningSample;
import dev.oin.sample.people.People;
import dev.oin.sample.saml.TestIdentityProvider.Answer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.util.UriComponentsBuilder;

class SamlSignInIT {

    private static final TestIdentityProvider IDP = new TestIdentityProvider();

    @TempDir
    static Path data;

    private static RunningSample sample;
    private static Addresses addresses;
    private final Browser browser = new Browser();

    /** One thing wrong with an answer, and the weakness that lets it pass. */
    enum Defect {
        UNSIGNED("saml-unsigned-accepted", Answer::unsigned),
        AUDIENCE("saml-audience-ignored", answer -> answer.audience("https://other.example")),
        EXPIRED("saml-expired-accepted", answer -> answer.at(Instant.now().minus(Duration.ofMinutes(20)))),
        ISSUER("saml-issuer-ignored", answer -> answer.issuer("https://other.example")),
        RECIPIENT("saml-recipient-ignored", answer -> answer.recipient("https://other.example/acs")),
        UNKNOWN_REQUEST("saml-in-response-to-ignored", answer -> answer.inResponseTo("_unknown"));

        private final String weakness;
        private final UnaryOperator<Answer> breakage;

        Defect(String weakness, UnaryOperator<Answer> breakage) {
            this.weakness = weakness;
            this.breakage = breakage;
        }
    }

    @BeforeAll
    static void start() {
        sample = new RunningSample(data);
        addresses = sample.addresses();
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @BeforeEach
    void connect() throws Exception {
        String metadata = new ObjectMapper().writeValueAsString(IDP.metadata());
        assertThat(sample.setUp("{\"saml\":{\"metadata_xml\":" + metadata + "},\"jit\":true,\"weaknesses\":[]}")
                        .statusCode())
                .isEqualTo(200);
        sample.bean(People.class).reset();
    }

    private Answer answer(String email) {
        return IDP.answer(addresses.samlAcs(), addresses.samlEntityId(), email);
    }

    private HttpResponse<String> deliver(Answer answer, String relayState) {
        return browser.post(addresses.samlAcs(), Map.of("SAMLResponse", IDP.encode(answer), "RelayState", relayState));
    }

    private String home() {
        return browser.get(addresses.base() + "/").body();
    }

    @Test
    void signs_in_when_the_application_starts() {
        HttpResponse<String> start = browser.get(addresses.samlLogin() + "?to=/account");
        var query = UriComponentsBuilder.fromUriString(
                        start.headers().firstValue("Location").orElseThrow())
                .build()
                .getQueryParams();
        String request =
                java.net.URLDecoder.decode(query.getFirst("SAMLRequest"), java.nio.charset.StandardCharsets.UTF_8);

        HttpResponse<String> page = browser.follow(
                deliver(answer("jane@acme.example").inResponseTo(TestIdentityProvider.requestId(request)), "/account"));

        assertThat(page.uri().getPath()).isEqualTo("/account");
        assertThat(page.body()).contains("Jane", "Doe", "jane@acme.example");
    }

    @Test
    void signs_in_when_the_identity_provider_starts_and_updates_the_name_later() {
        deliver(answer("jane@acme.example"), "");
        assertThat(home()).contains("Jane Doe");

        deliver(answer("jane@acme.example").lastName("Roe"), "https://evil.example/");

        assertThat(home()).contains("Jane Roe");
        assertThat(sample.bean(People.class).all()).hasSize(2);
    }

    @Test
    void sends_nobody_to_another_site() {
        HttpResponse<String> answer = deliver(answer("jane@acme.example"), "https://evil.example/");

        assertThat(answer.headers().firstValue("Location")).hasValue("/");
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_defect_unless_the_weakness_is_on(Defect defect) {
        assertThat(deliver(defect.breakage.apply(answer("jane@acme.example")), "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(home()).contains("id=\"signed-out\"").doesNotContain("Jane");

        sample.setUp("{\"weaknesses\":[\"" + defect.weakness + "\"]}");
        deliver(defect.breakage.apply(answer("jane@acme.example")), "");

        assertThat(home()).contains("Jane Doe");
    }

    @Test
    void accepts_an_assertion_once() {
        Answer answer = answer("jane@acme.example");
        deliver(answer, "");

        HttpResponse<String> again =
                new Browser().post(addresses.samlAcs(), Map.of("SAMLResponse", IDP.encode(answer)));

        assertThat(again.statusCode()).isEqualTo(403);
    }

    @Test
    void refuses_a_changed_name() {
        String xml = IDP.xml(answer("jane@acme.example")).replace("jane@acme.example", "ada@acme.example");
        String encoded = java.util.Base64.getEncoder().encodeToString(xml.getBytes());

        browser.post(addresses.samlAcs(), Map.of("SAMLResponse", encoded));

        assertThat(home()).contains("id=\"signed-out\"");
    }

    @Test
    void tells_somebody_without_an_account_so() {
        sample.setUp("{\"jit\":false}");

        HttpResponse<String> answer = deliver(answer("jane@acme.example"), "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("There is no account for you");
        assertThat(home()).contains("id=\"signed-out\"");
    }

    @Test
    void protects_the_account_page() {
        HttpResponse<String> answer = browser.get(addresses.account());

        assertThat(answer.headers().firstValue("Location")).hasValue("/signin?to=/account");
    }
}
