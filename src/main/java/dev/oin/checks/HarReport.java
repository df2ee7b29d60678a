package dev.oin.checks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The traffic of all checks as an HTTP archive (HAR 1.2), one page per check. */
final class HarReport {

    private static final int UNKNOWN = -1;

    private final KeptExhibits exhibits;

    HarReport(KeptExhibits exhibits) {
        this.exhibits = exhibits;
    }

    String write(CheckReport report) {
        var document = EvidenceJson.mapper().createObjectNode();
        var log = document.putObject("log");
        log.put("version", "1.2");
        log.putObject("creator").put("name", "OIN pipeline").put("version", "0.1");
        var pages = log.putArray("pages");
        var entries = log.putArray("entries");
        for (var result : report.results()) {
            var page = pages.addObject();
            page.put("id", result.check().value());
            page.put("title", result.title());
            page.put("startedDateTime", result.startedAt().toString());
            page.putObject("pageTimings");
            exhibits.traffic(report.run().id(), result)
                    .forEach(exchange -> entry(entries.addObject(), result.check(), exchange));
        }
        return document.toPrettyString();
    }

    private static void entry(ObjectNode entry, CheckId check, Exchange exchange) {
        var millis = exchange.duration().toMillis();
        entry.put("pageref", check.value());
        entry.put("startedDateTime", exchange.sent().toString());
        entry.put("time", millis);
        request(entry.putObject("request"), exchange);
        response(entry.putObject("response"), exchange);
        entry.putObject("cache");
        entry.putObject("timings").put("send", 0).put("wait", millis).put("receive", 0);
    }

    private static void request(ObjectNode request, Exchange exchange) {
        request.put("method", exchange.method());
        request.put("url", exchange.url().toString());
        common(request, exchange.requestHeaders());
        request.putArray("queryString");
        request.put("bodySize", size(exchange.requestBody()));
        if (exchange.requestBody() != null) {
            request.putObject("postData")
                    .put("mimeType", exchange.requestHeader("content-type").orElse(""))
                    .put("text", exchange.requestBody());
        }
    }

    private static void response(ObjectNode response, Exchange exchange) {
        response.put("status", exchange.status());
        response.put("statusText", Optional.ofNullable(exchange.error()).orElse(""));
        common(response, exchange.responseHeaders());
        response.put("redirectURL", exchange.responseHeader("location").orElse(""));
        response.put("bodySize", size(exchange.responseBody()));
        var content = response.putObject("content");
        content.put("size", Math.max(0, size(exchange.responseBody())));
        content.put("mimeType", exchange.responseHeader("content-type").orElse(""));
        if (exchange.responseBody() != null) {
            content.put("text", exchange.responseBody());
        }
    }

    private static void common(ObjectNode message, List<Exchange.Header> headers) {
        message.put("httpVersion", "HTTP/1.1");
        message.put("headersSize", UNKNOWN);
        message.putArray("cookies");
        ArrayNode list = message.putArray("headers");
        headers.forEach(header -> list.addObject().put("name", header.name()).put("value", header.value()));
    }

    private static int size(@Nullable String body) {
        return body == null ? UNKNOWN : body.getBytes(StandardCharsets.UTF_8).length;
    }
}
