package dev.oin.checks.browser;

import dev.oin.checks.Exchange;
import dev.oin.checks.Exchange.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the browser's network events together; they come in no certain order. */
final class TrafficRecorder {

    private final Map<String, Captured> captured = new LinkedHashMap<>();
    private final Set<String> loaded = new HashSet<>();

    synchronized void hear(String event, Map<String, Object> parameters) {
        if (event.equals("browsingContext.load")) {
            loaded.add(String.valueOf(Wire.text(parameters, "navigation")));
        }
        if (!event.startsWith("network.")) {
            return;
        }
        var request = Wire.map(parameters, "request");
        var url = Wire.text(request, "url");
        if (url == null || !url.startsWith("http")) {
            return;
        }
        var key = Wire.text(request, "request") + "/" + Wire.number(parameters, "redirectCount");
        var entry = captured.computeIfAbsent(key, unused -> new Captured(parameters, request, captured.size()));
        switch (event) {
            case "network.beforeRequestSent" -> entry.request = request;
            case "network.responseCompleted" -> entry.answered(request, Wire.map(parameters, "response"));
            case "network.fetchError" -> entry.error = Wire.text(parameters, "errorText");
            default -> {}
        }
    }

    /** Whether the page that came with it has loaded what it is made of. */
    synchronized boolean isLoaded(Captured document) {
        var navigation = Wire.text(document.first, "navigation");
        return navigation != null && loaded.contains(navigation);
    }

    synchronized List<Captured> all() {
        return captured.values().stream()
                .sorted(Comparator.comparingLong(Captured::timestamp)
                        .thenComparingLong(Captured::redirects)
                        .thenComparingInt(Captured::arrival))
                .toList();
    }

    /** One request as far as it is known. */
    static final class Captured {

        private static final Set<String> READABLE =
                Set.of("text/html", "text/plain", "text/xml", "application/json", "application/xml", "application/jwt");

        private final Map<String, Object> first;
        private final int arrival;
        private Map<String, Object> request;
        private Map<String, Object> response = Map.of();
        private @Nullable String error;

        Captured(Map<String, Object> first, Map<String, Object> request, int arrival) {
            this.first = first;
            this.request = request;
            this.arrival = arrival;
        }

        private void answered(Map<String, Object> seen, Map<String, Object> answer) {
            response = answer;
            if (Wire.text(request, "goog:postData") == null) {
                request = seen;
            }
        }

        long timestamp() {
            return Wire.number(first, "timestamp");
        }

        long redirects() {
            return Wire.number(first, "redirectCount");
        }

        int arrival() {
            return arrival;
        }

        @Nullable
        String window() {
            return Wire.text(first, "context");
        }

        String id() {
            return Wire.required(request, "request");
        }

        boolean isDocument() {
            return kind().equals("document");
        }

        /** Whether its answer's body is worth asking for. */
        boolean hasReadableAnswer() {
            var type = Optional.ofNullable(Wire.text(response, "mimeType")).orElse("");
            var status = Wire.number(response, "status");
            return status >= 200
                    && (status < 300 || status >= 400)
                    && (READABLE.contains(type) || type.endsWith("+json") || type.endsWith("+xml"));
        }

        /** Whether it has a body that the browser did not tell with the event. */
        boolean hasUntoldBody() {
            return Wire.number(request, "bodySize") > 0 && Wire.text(request, "goog:postData") == null;
        }

        Exchange exchange(@Nullable String requestBody, @Nullable String responseBody) {
            var told = Wire.text(request, "goog:postData");
            return new Exchange(
                    Instant.ofEpochMilli(timestamp()),
                    Duration.ofMillis(Wire.number(Wire.map(request, "timings"), "responseEnd")),
                    kind(),
                    Optional.ofNullable(Wire.text(request, "method")).orElse("GET"),
                    Addresses.lenient(Wire.required(request, "url")),
                    headers(request),
                    told != null ? told : requestBody,
                    (int) Wire.number(response, "status"),
                    headers(response),
                    responseBody,
                    error);
        }

        private String kind() {
            var destination = Wire.text(request, "destination");
            if (destination != null && !destination.isEmpty()) {
                return destination;
            }
            var initiator = Wire.text(request, "initiatorType");
            return initiator == null || initiator.isEmpty() ? "other" : initiator.toLowerCase(Locale.ROOT);
        }

        private static List<Header> headers(Map<String, Object> message) {
            var headers = new LinkedHashSet<Header>();
            for (var header : Wire.maps(message, "headers")) {
                var name = Wire.text(header, "name");
                var value = Wire.bytesValue(Wire.map(header, "value"));
                if (name != null && value.isPresent()) {
                    headers.add(new Header(name, value.get()));
                }
            }
            return List.copyOf(headers);
        }
    }
}
