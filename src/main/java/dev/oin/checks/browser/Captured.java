package dev.oin.checks.browser;

import dev.oin.checks.Exchange;
import dev.oin.checks.Exchange.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request as far as it is known; its answer counts once it is there as a whole, that of a page as soon as the page begins. */
final class Captured {

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

    Captured(
            String id,
            RedirectChain.Hop hop,
            String kind,
            Map<String, Object> requestHead,
            Map<String, Object> responseHead) {
        this.isBeingRead = hop.isBeingRead();
        var isAnswered = hop.error == null && (hop.duration != null || isBeingRead);
        this.id = id;
        this.first = hop.first;
        this.request = Wire.map(hop.first, "request");
        this.response = isAnswered ? hop.response : Map.of();
        this.requestHead = requestHead;
        this.responseHead = isAnswered ? responseHead : Map.of();
        this.kind = kind;
        this.arrival = hop.arrival;
        this.duration = hop.duration == null ? Duration.ZERO : hop.duration;
        this.session = hop.session;
        this.error = hop.error;
    }

    Instant sent() {
        return Instant.EPOCH.plus(Wire.seconds(first, "wallTime"));
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

    /** Whether the browser has given it up, and still shows what it showed before. */
    boolean isGivenUp() {
        return exchange(null, null).isGivenUp();
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

    String url() {
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
