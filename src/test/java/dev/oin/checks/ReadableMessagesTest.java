package dev.oin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadableMessagesTest {

    @Test
    void reads_a_deflated_request_in_an_address() throws Exception {
        var deflated = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(deflated, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            deflater.write("<AuthnRequest/>".getBytes(StandardCharsets.UTF_8));
        }
        var exchange =
                exchange("GET", "https://idp.test/sso?SAMLRequest=" + encoded(deflated.toByteArray()), null, null);

        assertThat(ReadableMessages.in(exchange))
                .containsExactly(new Exhibit.Message("SAML request", "application/xml", "<AuthnRequest/>"));
    }

    @Test
    void reads_a_posted_response() {
        var form = "RelayState=x&SAMLResponse=" + encoded("<Response/>".getBytes(StandardCharsets.UTF_8));
        var exchange = exchange("POST", "https://acme.test/acs", form, null);

        assertThat(ReadableMessages.in(exchange))
                .containsExactly(new Exhibit.Message("SAML response", "application/xml", "<Response/>"));
    }

    @Test
    void reads_head_and_claims_of_a_token_once() {
        var token = part("{\"alg\":\"RS256\"}") + "." + part("{\"sub\":\"ada\"}") + ".••••••";
        var exchange = exchange(
                "POST",
                "https://idp.test/token",
                null,
                "{\"id_token\":\"%s\",\"again\":\"%s\"}".formatted(token, token));

        assertThat(ReadableMessages.in(exchange))
                .hasSize(1)
                .first()
                .satisfies(message -> assertThat(message.text()).contains("\"alg\" : \"RS256\"", "\"sub\" : \"ada\""));
    }

    @Test
    void leaves_out_what_cannot_be_read() {
        var exchange = exchange(
                "GET", "https://idp.test/sso?SAMLRequest=%00%01&x=eyJub3RqaA.eyJub3RqaB.x", "SAMLResponse=*", "eyJ");

        assertThat(ReadableMessages.in(exchange)).isEmpty();
    }

    @Test
    void stops_where_a_small_message_unfolds_without_end() throws Exception {
        var deflated = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(deflated, new Deflater(Deflater.BEST_COMPRESSION, true))) {
            deflater.write(new byte[8 * 1024 * 1024]);
        }
        var exchange =
                exchange("GET", "https://idp.test/sso?SAMLRequest=" + encoded(deflated.toByteArray()), null, null);

        assertThat(ReadableMessages.in(exchange))
                .first()
                .satisfies(message -> assertThat(message.text()).hasSizeLessThanOrEqualTo(256 * 1024));
    }

    private static String encoded(byte[] bytes) {
        return URLEncoder.encode(Base64.getEncoder().encodeToString(bytes), StandardCharsets.UTF_8);
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Exchange exchange(
            String method, String url, @Nullable String requestBody, @Nullable String responseBody) {
        return new Exchange(
                Instant.parse("2026-11-23T15:00:00Z"),
                Duration.ofMillis(18),
                "document",
                method,
                URI.create(url),
                List.of(),
                requestBody,
                200,
                List.of(),
                responseBody,
                null);
    }
}
