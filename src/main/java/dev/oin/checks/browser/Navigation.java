package dev.oin.checks.browser;

import dev.oin.checks.Exchange;
import dev.oin.checks.browser.BrowserTab.Arrival;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** Opens addresses in the window on top. */
record Navigation(IsolatedContext context, OpenWindows windows, Waiting waiting) {

    private static final Duration ARRIVE_WITHIN = Duration.ofSeconds(30);

    /** Within which the window tells of another place on the same page, or of the page that says that there is none. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(1);

    private static final String SILENT = "no answer within " + ARRIVE_WITHIN.toSeconds() + " s";

    /** Opens the address, and waits until the page can be read. */
    Arrival open(URI address) {
        var begin = System.nanoTime();
        var window = windows.top();
        var before = window.page();
        try {
            var navigated =
                    context.send(window.session(), "Page.navigate", Map.of("url", address.toString()), ARRIVE_WITHIN);
            var load = Wire.text(navigated, "loaderId");
            var failure = Wire.text(navigated, "errorText");
            if (failure != null && failure.contains(Exchange.GIVEN_UP)) {
                // A page that sends its own form or script away is replaced before it can be read: it was reached all
                // the same.
                return new Arrival.Reached();
            }
            if (failure != null) {
                waiting.until(TOLD_WITHIN, () -> Objects.equals(load, window.page()));
                return new Arrival.Unreachable(failure);
            }
            if (load == null) {
                waiting.until(TOLD_WITHIN, () -> window.url().equals(address));
                return new Arrival.Reached();
            }
            var left = ARRIVE_WITHIN.minusNanos(System.nanoTime() - begin);
            return waiting.until(left, () -> window.isReadableOrReplaced(load, before))
                    ? new Arrival.Reached()
                    : new Arrival.Unreachable(SILENT);
        } catch (CommandRefused closed) {
            return new Arrival.Reached();
        } catch (NoAnswer silent) {
            return new Arrival.Unreachable(SILENT);
        }
    }
}
