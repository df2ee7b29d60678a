package dev.oin.sandbox.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.oin.egress.Header;
import dev.oin.submission.Scim.AuthMode;
import dev.oin.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | Bearer                                                        | Unauthorized              | WRONG       | Authorization: Bearer {token}
            401 | Bearer error="invalid_token", error_description="Token expired" | No                      | EXPIRED     | Make a new token
            401 | Bearer                                                        | The token has expired     | EXPIRED     | Make a new token
            401 | Bearer                                                        | Token was revoked by Ann  | REVOKED     | Make a new token
            401 | Basic realm="x"                                               | No                        | FORM        | Basic
            403 | Bearer                                                        | Forbidden                 | NOT_ALLOWED | right to provision
            403 | Bearer error="insufficient_scope"                             | Forbidden                 | NOT_ALLOWED | scope
            """)
    void tells_causes_apart(int status, String challenge, String detail, Admission.Cause cause, String change) {
        var denied = diagnosis(AuthMode.BEARER, "Bearer t0ken", false).of(answer(status, challenge, detail));

        assertThat(denied.cause()).isEqualTo(cause);
        assertThat(denied.change()).contains(change);
        assertThat(denied.seen()).contains("answered " + status);
    }

    @Test
    void what_the_server_says_twice_is_said_once() {
        var denied = diagnosis(AuthMode.BEARER, "Bearer t0ken", false)
                .of(answer(401, "Bearer error_description=\"Not known\"", "Not known"));

        assertThat(denied.seen()).isEqualTo("The server answered 401: Not known.");
    }

    @Test
    void a_token_that_works_in_the_other_form_was_sent_wrongly() {
        var header = diagnosis(AuthMode.HEADER, "t0ken", true).of(answer(401, "Bearer", "No"));
        var bearer = diagnosis(AuthMode.BEARER, "Bearer t0ken", true).of(answer(401, "Bearer", "No"));

        assertThat(header.cause()).isEqualTo(Admission.Cause.FORM);
        assertThat(header.change()).contains("Choose Bearer token");
        assertThat(bearer.change()).contains("Choose HTTP header");
    }

    @Test
    void a_token_with_the_word_in_it_is_told() {
        var denied = diagnosis(AuthMode.BEARER, "Bearer Bearer t0ken", false).of(answer(401, "Bearer", "No"));

        assertThat(denied.change()).contains("Enter it without");
    }

    @Test
    void a_header_of_another_name_is_thought_of() {
        var denied = diagnosis(AuthMode.HEADER, "t0ken", false).of(answer(401, "", "No"));

        assertThat(denied.change()).contains("another header", "Authorization: {token}");
    }

    @Test
    void a_jwt_tells_its_own_end() {
        var claims = "{\"exp\":%d}".formatted(NOW.minus(Duration.ofDays(1)).getEpochSecond());
        var jwt = "eyJh." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".x";

        var denied = diagnosis(AuthMode.BEARER, "Bearer " + jwt, false).of(answer(401, "Bearer", "No"));

        assertThat(denied.cause()).isEqualTo(Admission.Cause.EXPIRED);
        assertThat(denied.change()).contains("28 Nov 2026, 12:00 UTC");
    }

    @Test
    void what_was_accepted_once_is_not_called_wrong() {
        var denied = new Diagnosis(
                        AuthMode.BEARER,
                        new Secret("Bearer t0ken"),
                        false,
                        Optional.of(NOW.minus(Duration.ofHours(2))),
                        Optional.empty(),
                        NOW)
                .of(answer(401, "Bearer", "No"));

        assertThat(denied.cause()).isEqualTo(Admission.Cause.ENDED);
        assertThat(denied.change()).contains("accepted on 29 Nov 2026, 10:00 UTC");
    }

    @Test
    void what_the_server_says_is_shown_without_the_token() {
        var denied = diagnosis(AuthMode.BEARER, "Bearer t0ken-canary", false)
                .of(answer(401, "Bearer", "The token t0ken-canary is unknown"));

        assertThat(denied.seen()).contains("is unknown").doesNotContain("canary");
    }

    private static Diagnosis diagnosis(AuthMode mode, String header, boolean otherForm) {
        return new Diagnosis(mode, new Secret(header), otherForm, Optional.empty(), Optional.empty(), NOW);
    }

    private static ScimReply.Answer answer(int status, String challenge, String detail) {
        return new ScimReply.Answer(
                status,
                challenge == null || challenge.isEmpty()
                        ? List.of()
                        : List.of(new Header("WWW-Authenticate", challenge)),
                JsonNodeFactory.instance.objectNode().put("detail", detail),
                "",
                Duration.ZERO);
    }
}
