package dev.oin.checks.sso;

import dev.oin.checks.Evidence;
import dev.oin.checks.Exchange;
import dev.oin.checks.Exhibit;
import dev.oin.checks.browser.BrowserTab;
import dev.oin.sandbox.SignInEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Keeps what a sign-in left to see: traffic, decoded messages, a picture of the end, what the identity provider noted. */
final class SignOnEvidence {

    private static final int LARGEST_MESSAGE = 256 * 1024;

    private final Evidence evidence;

    SignOnEvidence(Evidence evidence) {
        this.evidence = evidence;
    }

    void keepTab(BrowserTab tab, String title) {
        tab.screenshot().ifPresent(png -> evidence.keep(new Exhibit.Screenshot(title, png)));
        var traffic = tab.traffic();
        evidence.keep(new Exhibit.Traffic("Network traffic", traffic));
        traffic.forEach(this::keepMessages);
    }

    private void keepMessages(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        Optional.ofNullable(parameters.get("SAMLRequest"))
                .flatMap(message -> decoded(message, exchange.method().equals("GET")))
                .ifPresent(xml -> evidence.keep(new Exhibit.Message("SAML request", "application/xml", xml)));
        Optional.ofNullable(parameters.get("SAMLResponse"))
                .flatMap(message -> decoded(message, exchange.method().equals("GET")))
                .ifPresent(xml -> evidence.keep(new Exhibit.Message("SAML response", "application/xml", xml)));
    }

    void keepLog(List<SignInEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var lines = new StringBuilder();
        for (var event : events) {
            lines.append(event.at()).append(' ').append(event.what()).append('\n');
            event.details().entrySet().stream()
                    .filter(detail -> !detail.getKey().equals("xml"))
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(detail -> lines.append("    ")
                            .append(detail.getKey())
                            .append(": ")
                            .append(detail.getValue())
                            .append('\n'));
        }
        evidence.keep(new Exhibit.Message("What the identity provider noted", "text/plain", lines.toString()));
    }

    private static Optional<String> decoded(String message, boolean deflated) {
        try {
            var bytes = Base64.getMimeDecoder().decode(message);
            return Optional.of(new String(deflated ? inflated(bytes) : bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static byte[] inflated(byte[] bytes) throws IOException {
        var raw = new Inflater(true);
        try (var input = new InflaterInputStream(new ByteArrayInputStream(bytes), raw)) {
            return input.readNBytes(LARGEST_MESSAGE);
        } finally {
            raw.end();
        }
    }
}
