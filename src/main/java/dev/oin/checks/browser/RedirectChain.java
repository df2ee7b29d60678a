package dev.oin.checks.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request with the redirects that followed it. */
final class RedirectChain {

    private final String id;
    private final List<Hop> hops = new ArrayList<>();
    private final List<Map<String, Object>> requestHeads = new ArrayList<>();
    private final List<Map<String, Object>> responseHeads = new ArrayList<>();

    RedirectChain(String id) {
        this.id = id;
    }

    void sent(Map<String, Object> parameters, int arrival) {
        if (!hops.isEmpty()) {
            var redirect = Wire.map(parameters, "redirectResponse");
            if (redirect.isEmpty()) {
                return; // A frame of another site is told to the session of its page and to its own.
            }
            var before = hops.getLast();
            before.response = redirect;
            before.wasOnTheWire = flag(parameters, "redirectHasExtraInfo");
            before.end(parameters);
        }
        hops.add(new Hop(parameters, arrival));
    }

    void received(String session, Map<String, Object> parameters) {
        if (!hops.isEmpty()) {
            hops.getLast().session = session;
            hops.getLast().response = Wire.map(parameters, "response");
            hops.getLast().wasOnTheWire = flag(parameters, "hasExtraInfo");
        }
    }

    void ended(String session, Map<String, Object> parameters, @Nullable String error) {
        if (!hops.isEmpty() && hops.getLast().error == null) { // After it, the browser's own page of the error ends.
            var last = hops.getLast();
            last.session = session;
            last.error = error;
            last.end(parameters);
        }
    }

    void requestHead(Map<String, Object> parameters) {
        requestHeads.add(parameters);
    }

    void responseHead(Map<String, Object> parameters) {
        responseHeads.add(parameters);
    }

    /** What is known of each request; {@code isWindow} tells the outermost frame of a window by its id. */
    Stream<Captured> captured(Predicate<String> isWindow) {
        var captured = new ArrayList<Captured>();
        var heads = 0;
        for (var hop : hops) {
            captured.add(new Captured(
                    id, hop, hop.kind(isWindow), head(requestHeads, hop, heads), head(responseHeads, hop, heads)));
            heads += hop.wasOnTheWire ? 1 : 0;
        }
        return captured.stream().filter(entry -> entry.url().startsWith("http"));
    }

    private static Map<String, Object> head(List<Map<String, Object>> heads, Hop hop, int place) {
        return hop.wasOnTheWire && place < heads.size() ? heads.get(place) : Map.of();
    }

    private static boolean flag(Map<String, Object> parameters, String name) {
        return !Boolean.FALSE.equals(parameters.get(name));
    }

    /** One request of a chain. */
    static final class Hop {

        final Map<String, Object> first;
        final int arrival;
        private boolean wasOnTheWire = true;
        Map<String, Object> response = Map.of();

        @Nullable
        Duration duration;

        @Nullable
        String session;

        @Nullable
        String error;

        private Hop(Map<String, Object> first, int arrival) {
            this.first = first;
            this.arrival = arrival;
        }

        private void end(Map<String, Object> parameters) {
            var took = Wire.seconds(parameters, "timestamp").minus(Wire.seconds(first, "timestamp"));
            duration = took.isNegative() ? Duration.ZERO : took;
        }

        /** A page shows what has come of it before the rest is there. */
        boolean isBeingRead() {
            return "Document".equals(first.get("type")) && duration == null && !response.isEmpty();
        }

        private String kind(Predicate<String> isWindow) {
            var type = Optional.ofNullable(Wire.text(first, "type")).orElse("Other");
            return switch (type) {
                case "Document" -> isWindow.test(String.valueOf(Wire.text(first, "frameId"))) ? "document" : "iframe";
                case "Stylesheet" -> "style";
                case "XHR" -> "xmlhttprequest";
                default -> type.toLowerCase(Locale.ROOT);
            };
        }
    }
}
