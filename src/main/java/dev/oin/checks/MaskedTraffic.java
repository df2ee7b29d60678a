package dev.oin.checks;

import dev.oin.checks.Exchange.Header;
import dev.oin.vault.Masking;
import dev.oin.vault.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes secrets out of what a run keeps; also out of the pages that carry a SAML response to the app in a form. */
record MaskedTraffic(Masking masking) {

    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("\\bname\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE =
            Pattern.compile("(\\bvalue\\s*=\\s*)(\"[^\"]*\"|'[^']*'|[^\\s>]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(csrf|token|password|passwd|secret|ticket|verifier).*|code");
    private static final Pattern SIGNATURE =
            Pattern.compile("(<(?:[\\w.-]+:)?SignatureValue[^>]*>)[^<]*(</)", Pattern.CASE_INSENSITIVE);

    Exchange mask(Exchange exchange) {
        return new Exchange(
                exchange.sent(),
                exchange.duration(),
                exchange.kind(),
                exchange.method(),
                mask(exchange.url()),
                mask(exchange.requestHeaders()),
                body(exchange.requestBody()),
                exchange.status(),
                mask(exchange.responseHeaders()),
                body(exchange.responseBody()),
                exchange.error() == null ? null : masking.text(exchange.error()));
    }

    String text(String text) {
        return masking.text(text);
    }

    private List<Header> mask(List<Header> headers) {
        return headers.stream()
                .map(header -> new Header(header.name(), masking.header(header.name(), header.value())))
                .toList();
    }

    private URI mask(URI url) {
        try {
            return URI.create(masking.text(url.toString()).replace(Secret.MASK, "%E2%80%A2"));
        } catch (IllegalArgumentException unwritable) {
            return URI.create(url.getScheme() + "://" + url.getAuthority() + "/");
        }
    }

    private @Nullable String body(@Nullable String body) {
        return body == null ? null : masking.text(inputs(body));
    }

    private static String inputs(String html) {
        return INPUT.matcher(html).replaceAll(found -> Matcher.quoteReplacement(input(found.group())));
    }

    private static String input(String element) {
        var name = NAME.matcher(element);
        if (!name.find()) {
            return element;
        }
        if (name.group(1).toLowerCase(Locale.ROOT).equals("samlresponse")) {
            return value(element, true);
        }
        return SECRET_NAME.matcher(name.group(1)).matches() ? value(element, false) : element;
    }

    private static String value(String element, boolean saml) {
        return VALUE.matcher(element)
                .replaceFirst(found -> Matcher.quoteReplacement(
                        found.group(1) + '"' + (saml ? unsigned(unquoted(found.group(2))) : Secret.MASK) + '"'));
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") || value.startsWith("'") ? value.substring(1, value.length() - 1) : value;
    }

    private static String unsigned(String base64) {
        try {
            var plain = base64.replace("&#43;", "+")
                    .replace("&#x2b;", "+")
                    .replace("&#61;", "=")
                    .replaceAll("\\s", "");
            var xml = new String(Base64.getDecoder().decode(plain), StandardCharsets.UTF_8);
            var masked = SIGNATURE.matcher(xml).replaceAll("$1" + Secret.MASK + "$2");
            return Base64.getEncoder().encodeToString(masked.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unreadable) {
            return Secret.MASK;
        }
    }
}
