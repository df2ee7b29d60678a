package dev.oin.checks.browser;

import dev.oin.checks.Exchange;
import dev.oin.checks.Exchange.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the browser's network events together. A request and what it is redirected to share one id; the heads as they went over the wire, with their cookies, come as events of their own,
 * in the order of the redirects, but before or after the events that they belong to.
 */
final class TrafficRecorder {

    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private final Set<String> windows = new HashSet<>();
    private int arrivals;

    /** Notes the id of a window, which is the id of its outermost frame. */
    synchronized void window(String target) {
        windows.add(target);
    }

    synchronized void hear(String session, String event, Map<String, Object> parameters) {
        var id = Wire.text(parameters, "requestId");
        if (id == null || !event.startsWith("Network.")) {
            return;
        }
        var chain = chains.computeIfAbsent(id, Chain::new);
        switch (event) {
            case "Network.requestWillBeSent" -> chain.sent(parameters, arrivals++);
            case "Network.requestWillBeSentExtraInfo" -> chain.requestHeads.add(parameters);
            case "Network.responseReceivedExtraInfo" -> chain.responseHeads.add(parameters);
            case "Network.responseReceived" -> chain.received(session, parameters);
            case "Network.loadingFinished" -> chain.ended(session, parameters, null);
            case "Network.loadingFailed" -> chain.ended(session, parameters, Wire.text(parameters, "errorText"));
            default -> {}
        }
    }

    /** What was captured so far, in the order in which it was sent. */
    synchronized List<Captured> all() {
        return chains.values().stream()
                .flatMap(Chain::captured)
                .sorted(Comparator.comparing(Captured::sent).thenComparingInt(Captured::arrival))
                .toList();
    }

    /** A request with the redirects that followed it. */
    private final class Chain {

        private final String id;
        private final List<Hop> hops = new ArrayList<>();
        private final List<Map<String, Object>> requestHeads = new ArrayList<>();
        private final List<Map<String, Object>> responseHeads = new ArrayList<>();

        private Chain(String id) {
            this.id = id;
        }

        private void sent(Map<String, Object> parameters, int arrival) {
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

        private void received(String session, Map<String, Object> parameters) {
            if (!hops.isEmpty()) {
                hops.getLast().session = session;
                hops.getLast().response = Wire.map(parameters, "response");
                hops.getLast().wasOnTheWire = flag(parameters, "hasExtraInfo");
            }
        }

        private void ended(String session, Map<String, Object> parameters, @Nullable String error) {
            if (!hops.isEmpty()
                    && hops.getLast().error == null) { // After it, the browser's own page of the error ends.
                var last = hops.getLast();
                last.session = session;
                last.error = error;
                last.end(parameters);
            }
        }

        private Stream<Captured> captured() {
            var captured = new ArrayList<Captured>();
            var heads = 0;
            for (var hop : hops) {
                captured.add(new Captured(id, hop, head(requestHeads, hop, heads), head(responseHeads, hop, heads)));
                heads += hop.wasOnTheWire ? 1 : 0;
            }
            return captured.stream().filter(entry -> entry.url().startsWith("http"));
        }

        private static Map<String, Object> head(List<Map<String, Object>> heads, Hop hop, int place) {
            return hop.wasOnTheWire && place < heads.size() ? heads.get(place) : Map.of();
        }
    }

    private static boolean flag(Map<String, Object> parameters, String name) {
        return !Boolean.FALSE.equals(parameters.get(name));
    }

    /** One request of a chain. */
    private final class Hop {

        private final Map<String, Object> first;
        private final int arrival;
        private boolean wasOnTheWire = true;
        private Map<String, Object> response = Map.of();
        private @Nullable Duration duration;
        private @Nullable String session;
        private @Nullable String error;

        private Hop(Map<String, Object> first, int arrival) {
            this.first = first;
            this.arrival = arrival;
        }

        private void end(Map<String, Object> parameters) {
            duration = seconds(Wire.decimal(parameters, "timestamp") - Wire.decimal(first, "timestamp"));
        }

        /** A page shows what has come of it before the rest is there. */
        private boolean isBeingRead() {
            return "Document".equals(first.get("type")) && duration == null && !response.isEmpty();
        }

        private String kind() {
            var type = Optional.ofNullable(Wire.text(first, "type")).orElse("Other");
            return switch (type) {
                case "Document" -> windows.contains(Wire.text(first, "frameId")) ? "document" : "iframe";
                case "Stylesheet" -> "style";
                case "XHR" -> "xmlhttprequest";
                default -> type.toLowerCase(Locale.ROOT);
            };
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.max(0, Math.round(seconds * 1_000_000) * 1_000));
    }

    /** One request as far as it is known; its answer counts once it is there as a whole, that of a page as soon as the page begins. */
    static final class Captured {

        private static final Set<String> READABLE =
                Set.of("text/html", "text/plain", "text/xml", "application/json", "application/xml", "application/jwt");

        private final String id;
        private final Map<String, Object> first;
        private final Map<String, Object> request;
        private final Map<String, Object> response;
        private final Map<String, Object> requestHead;
        private final Map<String, Object> responseHead;
        private final String kind;
        private final int arrival;
        private final Duration duration;
        private final boolean isBeingRead;
        private final @Nullable String session;
        private final @Nullable String error;

        private Captured(String id, Hop hop, Map<String, Object> requestHead, Map<String, Object> responseHead) {
            this.isBeingRead = hop.isBeingRead();
            var isAnswered = hop.error == null && (hop.duration != null || isBeingRead);
            this.id = id;
            this.first = hop.first;
            this.request = Wire.map(hop.first, "request");
            this.response = isAnswered ? hop.response : Map.of();
            this.requestHead = requestHead;
            this.responseHead = isAnswered ? responseHead : Map.of();
            this.kind = hop.kind();
            this.arrival = hop.arrival;
            this.duration = hop.duration == null ? Duration.ZERO : hop.duration;
            this.session = hop.session;
            this.error = hop.error;
        }

        Instant sent() {
            return Instant.EPOCH.plus(seconds(Wire.decimal(first, "wallTime")));
        }

        int arrival() {
            return arrival;
        }

        String id() {
            return id;
        }

        /** Which load of a page it belongs to. */
        String load() {
            return String.valueOf(Wire.text(first, "loaderId"));
        }

        /** The session that it ended in, which knows its body. */
        String session() {
            return String.valueOf(session);
        }

        /** Whether it is a page of which more is to come. */
        boolean isBeingRead() {
            return isBeingRead;
        }

        boolean isDocumentOf(String window) {
            return kind.equals("document") && window.equals(Wire.text(first, "frameId"));
        }

        /** Whether its answer's body is worth asking for. */
        boolean hasReadableAnswer() {
            var type = Optional.ofNullable(Wire.text(response, "mimeType")).orElse("");
            return session != null
                    && status() >= 200
                    && (status() < 300 || status() >= 400)
                    && (READABLE.contains(type) || type.endsWith("+json") || type.endsWith("+xml"));
        }

        /** Whether it has a body that the browser did not tell with the event. */
        boolean hasUntoldBody() {
            return session != null
                    && Boolean.TRUE.equals(request.get("hasPostData"))
                    && Wire.text(request, "postData") == null;
        }

        Exchange exchange(@Nullable String requestBody, @Nullable String responseBody) {
            var told = Wire.text(request, "postData");
            return new Exchange(
                    sent(),
                    duration,
                    kind,
                    Optional.ofNullable(Wire.text(request, "method")).orElse("GET"),
                    Addresses.lenient(url()),
                    headers(requestHead, request),
                    told != null ? told : requestBody,
                    status(),
                    headers(responseHead, response),
                    responseBody,
                    error);
        }

        private String url() {
            return String.valueOf(Wire.text(request, "url"));
        }

        /** Of an answer from the cache that was checked with the server, the server's own. */
        private int status() {
            return (int)
                    (responseHead.containsKey("statusCode")
                            ? Wire.number(responseHead, "statusCode")
                            : Wire.number(response, "status"));
        }

        /** As they went over the wire where that is known; lines of one name come as one text with line ends. */
        private static List<Header> headers(Map<String, Object> wire, Map<String, Object> told) {
            var headers = new LinkedHashSet<Header>();
            Wire.map(wire.isEmpty() ? told : wire, "headers")
                    .forEach((name, value) ->
                            String.valueOf(value).lines().forEach(line -> headers.add(new Header(name, line))));
            return List.copyOf(headers);
        }
    }
}
