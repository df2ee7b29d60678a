package dev.oin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.vault.Masking;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedTrafficTest {

    private final MaskedTraffic masked = new MaskedTraffic(Masking.standard());

    @Test
    void a_response_in_a_form_loses_its_signature_and_stays_readable() {
        var xml = "<Response><SignatureValue>canary</SignatureValue><NameID>ada@acme.example</NameID></Response>";
        var base64 = Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));

        var body = masked.mask(page("<input type=\"hidden\" name=\"SAMLResponse\" value=\"" + base64 + "\">"))
                .responseBody();

        assertThat(body).isNotNull().doesNotContain(base64);
        var kept = body.replaceAll(".*value=\"([^\"]*)\".*", "$1");
        assertThat(new String(Base64.getDecoder().decode(kept), StandardCharsets.UTF_8))
                .contains("ada@acme.example")
                .doesNotContain("canary");
    }

    @Test
    void hidden_tokens_and_codes_are_masked_wherever_they_stand() {
        var body = masked.mask(
                        page(
                                "<input name='_csrf' value='canary1'><input value=canary2 name=code><input name=RelayState value=deep>"))
                .responseBody();

        assertThat(body).isNotNull().doesNotContain("canary").contains("deep");
    }

    @Test
    void an_address_keeps_its_shape_without_its_code() {
        assertThat(masked.mask(page("")).url().toString())
                .startsWith("https://app.example/callback?code=")
                .doesNotContain("canary");
    }

    private static Exchange page(String html) {
        return new Exchange(
                Instant.EPOCH,
                Duration.ZERO,
                "document",
                "GET",
                URI.create("https://app.example/callback?code=canary-code&state=s"),
                List.of(),
                null,
                200,
                List.of(),
                html,
                null);
    }
}
