package dev.oin.egress;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and what came back, raw: whoever keeps it masks it first.
 *
 * @param status 0 where no answer came
 * @param failure why no answer came
 */
public record Exchange(
        Instant at,
        String method,
        URI url,
        List<Header> requestHeaders,
        byte[] requestBody,
        int status,
        List<Header> responseHeaders,
        byte[] responseBody,
        Duration took,
        @Nullable String failure) {

    public Exchange {
        requestHeaders = List.copyOf(requestHeaders);
        responseHeaders = List.copyOf(responseHeaders);
    }
}
