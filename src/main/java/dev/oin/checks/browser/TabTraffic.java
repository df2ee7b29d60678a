package dev.oin.checks.browser;

import dev.oin.checks.Exchange;
import dev.oin.checks.SideBySide;
import dev.oin.checks.browser.TrafficRecorder.Captured;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the windows of one tab sent and got, with bodies where they are asked for. */
record TabTraffic(IsolatedContext context, OpenWindows windows, TrafficRecorder recorder, String collector) {

    private static final int BODIES_AT_ONCE = 8;

    boolean isLoaded() {
        return documents().findFirst().filter(recorder::isLoaded).isPresent();
    }

    /** What was asked for the window on top, newest first. */
    private Stream<Captured> documents() {
        var top = windows.top();
        return recorder.all().reversed().stream().filter(entry -> entry.isDocument() && top.equals(entry.window()));
    }

    Optional<Exchange> document() {
        return documents()
                .map(entry -> entry.exchange(null, null))
                .filter(exchange -> !exchange.isRedirect())
                .findFirst();
    }

    List<Exchange> exchanges() {
        return recorder.all().stream().map(entry -> entry.exchange(null, null)).toList();
    }

    List<Exchange> whole() {
        var entries = recorder.all();
        var exchanges = new Exchange[entries.size()];
        SideBySide.run(
                BODIES_AT_ONCE,
                IntStream.range(0, exchanges.length).boxed().toList(),
                place -> exchanges[place] = withBodies(entries.get(place)));
        return List.of(exchanges);
    }

    private Exchange withBodies(Captured entry) {
        return entry.exchange(
                entry.hasUntoldBody() ? body(entry, "request") : null,
                entry.hasReadableAnswer() ? body(entry, "response") : null);
    }

    private @Nullable String body(Captured entry, String which) {
        try {
            var data = context.send(
                    "network.getData", Map.of("dataType", which, "collector", collector, "request", entry.id()));
            return Wire.bytesValue(Wire.map(data, "bytes")).orElse(null);
        } catch (CommandRefused notKept) {
            return null;
        }
    }
}
