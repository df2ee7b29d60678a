package dev.oin.web.portal;

import dev.oin.checks.Exchange;
import dev.oin.checks.Exhibit;
import dev.oin.checks.ReadableMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Recorded traffic as a table: one row per request, with the messages that it carries in readable form. */
record TrafficView(List<Row> rows) {

    static TrafficView of(String id, List<Exchange> exchanges) {
        return new TrafficView(IntStream.range(0, exchanges.size())
                .mapToObj(number -> row(id + "-" + number, exchanges.getFirst().sent(), exchanges.get(number)))
                .toList());
    }

    /**
     * A request and its answer.
     *
     * @param time since the first request
     * @param status the answer's code, or that none came
     * @param note why no answer came
     */
    record Row(
            String id,
            String time,
            Instant at,
            String method,
            String host,
            String path,
            String status,
            String duration,
            @Nullable String note,
            Message request,
            Message answer,
            List<Exhibit.Message> decoded,
            String curl) {}

    /** A head and a body as they went over the wire, secrets masked. */
    record Message(String head, @Nullable String body) {}

    private static Row row(String id, Instant first, Exchange exchange) {
        var url = exchange.url();
        return new Row(
                id,
                "+%.2f s".formatted(Duration.between(first, exchange.sent()).toMillis() / 1000.0),
                exchange.sent(),
                exchange.method(),
                Optional.ofNullable(url.getRawAuthority()).orElse(""),
                Optional.ofNullable(url.getRawPath()).orElse("")
                        + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()),
                exchange.status() == 0 ? "no answer" : String.valueOf(exchange.status()),
                exchange.duration().toMillis() + " ms",
                exchange.error(),
                message(exchange.requestHeaders(), exchange.requestBody()),
                message(exchange.responseHeaders(), exchange.responseBody()),
                ReadableMessages.in(exchange),
                Curl.of(exchange));
    }

    private static Message message(List<Exchange.Header> headers, @Nullable String body) {
        return new Message(
                headers.stream()
                        .map(header -> header.name() + ": " + header.value())
                        .collect(Collectors.joining("\n")),
                body == null || body.isEmpty() ? null : body);
    }
}
