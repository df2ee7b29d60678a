package dev.oin.web.portal;

import dev.oin.checks.Exchange;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A recorded request as a command for a terminal; its secrets are masked, so it runs once they are filled in. */
final class Curl {

    private static final Set<String> WRITTEN_BY_CURL =
            Set.of("host", "content-length", "connection", "accept-encoding");

    /** What a terminal would obey rather than keep as text. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private Curl() {}

    static String of(Exchange exchange) {
        var command = new StringBuilder("curl -X ").append(quoted(exchange.method()));
        command.append(' ').append(quoted(exchange.url().toString()));
        for (var header : exchange.requestHeaders()) {
            var name = header.name().toLowerCase(Locale.ROOT);
            if (!WRITTEN_BY_CURL.contains(name) && !name.startsWith(":")) {
                command.append(" \\\n  -H ").append(quoted(header.name() + ": " + header.value()));
            }
        }
        if (exchange.requestBody() != null && !exchange.requestBody().isEmpty()) {
            command.append(" \\\n  --data-raw ").append(quoted(exchange.requestBody()));
        }
        return command.toString();
    }

    private static String quoted(String text) {
        return "'" + CONTROL.matcher(text).replaceAll("?").replace("'", "'\\''") + "'";
    }
}
