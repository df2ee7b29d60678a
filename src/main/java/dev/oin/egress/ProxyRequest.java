package dev.oin.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The head of what a browser asks its proxy.
 *
 * @param url where it wants to go; for a tunnel only scheme, host and port
 */
record ProxyRequest(String method, URI url, List<Header> headers) {

    private static final int LONGEST_HEAD = 128 * 1024;
    private static final Pattern NOT_IN_URIS = Pattern.compile("[\"<>\\\\^`{|}\\[\\]]");
    private static final Set<String> NOT_PASSED_ON =
            Set.of("proxy-connection", "proxy-authorization", "connection", "keep-alive", "accept-encoding");

    static ProxyRequest read(InputStream from) throws IOException {
        var lines = head(from).split("\r\n");
        var first = lines[0].split(" ");
        if (first.length != 3) {
            throw new IOException("No request line: " + lines[0]);
        }
        boolean tunnel = first[0].equals("CONNECT");
        try {
            var url = tunnel ? URI.create("https://" + first[1] + "/") : new URI(encoded(first[1]));
            return new ProxyRequest(first[0], url, RecordedMessage.headers(List.of(lines)));
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            throw new IOException("No URL: " + first[1], malformed);
        }
    }

    /** Browsers send characters as they are that RFC 3986 wants encoded. */
    private static String encoded(String address) {
        var path = address.indexOf('/', address.indexOf("//") + 2);
        return path < 0
                ? address
                : address.substring(0, path)
                        + NOT_IN_URIS
                                .matcher(address.substring(path))
                                .replaceAll(found ->
                                        "%%%02X".formatted((int) found.group().charAt(0)));
    }

    private static String head(InputStream from) throws IOException {
        var head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int next = from.read();
            if (next < 0 || head.size() > LONGEST_HEAD) {
                throw new IOException("The request ends within its head");
            }
            head.write(next);
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    boolean isTunnel() {
        return method.equals("CONNECT");
    }

    /** The head as the target gets it: one request a connection, nothing meant for the proxy, nothing compressed. */
    byte[] forwarded() {
        var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var query = url.getRawQuery() == null ? "" : '?' + url.getRawQuery();
        var fields = headers.stream()
                .filter(header -> !NOT_PASSED_ON.contains(header.name().toLowerCase(Locale.ROOT)))
                .map(header -> header.name() + ": " + header.value() + "\r\n")
                .collect(Collectors.joining());
        return (method + ' ' + path + query + " HTTP/1.1\r\n" + fields + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
