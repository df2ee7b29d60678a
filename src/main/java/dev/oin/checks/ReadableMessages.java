package dev.oin.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads the messages that an exchange carries encoded: SAML requests and responses, and tokens. */
public final class ReadableMessages {

    /** What a small message may unfold to. */
    private static final int LARGEST = 256 * 1024;

    private static final Pattern TOKEN = Pattern.compile("(eyJ[\\w-]{8,})\\.(eyJ[\\w-]{8,})\\.");

    private ReadableMessages() {}

    /** All messages, each once. */
    public static List<Exhibit.Message> in(Exchange exchange) {
        return Stream.concat(saml(exchange).stream(), tokens(exchange).stream()).toList();
    }

    /** The SAML messages in the request's parameters. */
    public static List<Exhibit.Message> saml(Exchange exchange) {
        return Stream.concat(
                        saml(exchange, "SAMLRequest", "SAML request").stream(),
                        saml(exchange, "SAMLResponse", "SAML response").stream())
                .toList();
    }

    private static Optional<Exhibit.Message> saml(Exchange exchange, String parameter, String title) {
        return Optional.ofNullable(exchange.parameters().get(parameter))
                .flatMap(message -> xml(message, exchange.method().equals("GET")))
                .map(xml -> new Exhibit.Message(title, "application/xml", xml));
    }

    private static Optional<String> xml(String message, boolean deflated) {
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
            return input.readNBytes(LARGEST);
        } finally {
            raw.end();
        }
    }

    private static List<Exhibit.Message> tokens(Exchange exchange) {
        return Stream.of(exchange.url().toString(), exchange.requestBody(), exchange.responseBody())
                .filter(Objects::nonNull)
                .flatMap(text -> TOKEN.matcher(text).results())
                .map(ReadableMessages::claims)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<Exhibit.Message> claims(MatchResult token) {
        try {
            return Optional.of(new Exhibit.Message(
                    "Token", "application/json", json(token.group(1)) + "\n" + json(token.group(2))));
        } catch (IllegalArgumentException | JsonProcessingException noToken) {
            return Optional.empty();
        }
    }

    private static String json(String part) throws JsonProcessingException {
        var text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        return EvidenceJson.mapper().readTree(text).toPrettyString();
    }
}
