package dev.oin.checks.sso;

import dev.oin.checks.Exchange;
import dev.oin.checks.browser.BrowserTab;
import java.time.Duration;

/** Tells when a tab has come to rest: every page asked for has arrived, and nothing has moved for a moment. */
final class Quiet {

    private static final long MOMENT = Duration.ofMillis(250).toNanos();

    private final BrowserTab tab;
    private String last = "";
    private long since = System.nanoTime();

    Quiet(BrowserTab tab) {
        this.tab = tab;
    }

    boolean lasts() {
        var exchanges = tab.exchanges();
        var arrived = exchanges.stream()
                .filter(exchange -> exchange.kind().equals("document"))
                .allMatch(exchange -> exchange.status() > 0 || exchange.error() != null);
        var now = exchanges.size() + " "
                + exchanges.stream().mapToInt(Exchange::status).sum();
        if (!arrived || !now.equals(last)) {
            last = now;
            since = System.nanoTime();
            return false;
        }
        return System.nanoTime() - since >= MOMENT;
    }
}
