package dev.oin.checks.scim;

import dev.oin.checks.Exchange;
import dev.oin.egress.Capture;
import dev.oin.egress.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes the calls of the step that goes on. */
final class SeenTraffic implements Capture {

    private final List<Exchange> seen = new ArrayList<>();

    @Override
    public void saw(dev.oin.egress.Exchange exchange) {
        seen.add(new Exchange(
                exchange.at(),
                exchange.took(),
                "scim",
                exchange.method(),
                exchange.url(),
                headers(exchange.requestHeaders()),
                text(exchange.requestBody()),
                exchange.status(),
                headers(exchange.responseHeaders()),
                text(exchange.responseBody()),
                exchange.failure()));
    }

    /** The calls since the last time this was asked. */
    List<Exchange> taken() {
        var taken = List.copyOf(seen);
        seen.clear();
        return taken;
    }

    private static List<Exchange.Header> headers(List<Header> headers) {
        return headers.stream()
                .map(header -> new Exchange.Header(header.name(), header.value()))
                .toList();
    }

    private static @Nullable String text(byte[] body) {
        return body.length == 0 ? null : new String(body, StandardCharsets.UTF_8);
    }
}
