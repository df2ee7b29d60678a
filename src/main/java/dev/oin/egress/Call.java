package dev.oin.egress;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An outgoing call.
 *
 * @param timeout how long the whole call may take, redirects included; null for the configured limit
 * @param redirects how many redirects are followed, each checked like a new call; only for GET and HEAD
 */
public record Call(
        String method,
        URI url,
        List<Header> headers,
        byte @Nullable [] body,
        @Nullable Duration timeout,
        int redirects) {

    public Call {
        headers = List.copyOf(headers);
    }

    /** A GET without headers that follows no redirect. */
    public static Call get(URI url) {
        return of("GET", url);
    }

    /** A call without headers and body that follows no redirect. */
    public static Call of(String method, URI url) {
        return new Call(method, url, List.of(), null, null, 0);
    }

    /** With one more header. */
    public Call with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Call(method, url, more, body, timeout, redirects);
    }

    /** With a body; its content type is a header like any other. */
    public Call body(String text) {
        return new Call(method, url, headers, text.getBytes(StandardCharsets.UTF_8), timeout, redirects);
    }

    /** On a connection that no later call uses: for what a server may hang up on after its answer. */
    public Call last() {
        return with("Connection", "close");
    }

    /** With a time limit. */
    public Call within(Duration limit) {
        return new Call(method, url, headers, body, limit, redirects);
    }

    /** Following redirects. */
    public Call following(int atMost) {
        return new Call(method, url, headers, body, timeout, atMost);
    }
}
