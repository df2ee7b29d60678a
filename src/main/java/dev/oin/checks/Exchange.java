package dev.oin.checks;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and its answer; bodies up to 64 KiB.
 *
 * @param kind such as {@code document}, {@code xhr} or {@code scim}
 * @param status 0 where no answer came
 * @param error why no answer came; null where one did
 */
public record Exchange(
        Instant sent,
        Duration duration,
        String kind,
        String method,
        URI url,
        List<Header> requestHeaders,
        @Nullable String requestBody,
        int status,
        List<Header> responseHeaders,
        @Nullable String responseBody,
        @Nullable String error) {

    /** The longest body that is kept, in characters. */
    public static final int BODY_LIMIT = 64 * 1024;

    /** What the browser says of a request that it gave up. */
    public static final String GIVEN_UP = "ERR_ABORTED";

    public Exchange {
        requestHeaders = List.copyOf(requestHeaders);
        responseHeaders = List.copyOf(responseHeaders);
        requestBody = cut(requestBody);
        responseBody = cut(responseBody);
    }

    /** One line of a head. */
    public record Header(String name, String value) {}

    /** The answer's header of that name, in any letter case. */
    public Optional<String> responseHeader(String name) {
        return find(responseHeaders, name);
    }

    /** The request's header of that name, in any letter case. */
    public Optional<String> requestHeader(String name) {
        return find(requestHeaders, name);
    }

    /** Whether the answer redirects. */
    public boolean isRedirect() {
        return status >= 300 && status < 400 && responseHeader("location").isPresent();
    }

    /** Whether the browser gave it up: it was sent elsewhere meanwhile, or the answer was no page but a file to keep, or nothing. */
    public boolean isGivenUp() {
        return error != null && error.contains(GIVEN_UP);
    }

    /** The parameters of the request, from its address and its form. */
    public Map<String, String> parameters() {
        var all = new LinkedHashMap<String, String>();
        read(all, url.getRawQuery());
        if (method.equals("POST")) {
            read(all, requestBody);
        }
        return all;
    }

    private static void read(Map<String, String> all, @Nullable String text) {
        if (text == null) {
            return;
        }
        for (var pair : text.split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                all.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private static Optional<String> find(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .map(Header::value)
                .findFirst();
    }

    private static @Nullable String cut(@Nullable String body) {
        return body == null || body.length() <= BODY_LIMIT ? body : body.substring(0, BODY_LIMIT);
    }
}
