package dev.oin.checks;

import dev.oin.egress.Capture;
import dev.oin.egress.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes the calls that the product itself makes, as evidence. */
public final class CapturedCalls implements Capture {

    private final String kind;
    private final List<Exchange> seen = new ArrayList<>();

    /** Notes calls of the kind, see {@link Exchange#kind}. */
    public CapturedCalls(String kind) {
        this.kind = kind;
    }

    @Override
    public synchronized void saw(dev.oin.egress.Exchange exchange) {
        seen.add(new Exchange(
                exchange.at(),
                exchange.took(),
                kind,
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
    public synchronized List<Exchange> taken() {
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
