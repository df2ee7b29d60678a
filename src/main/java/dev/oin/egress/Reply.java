package dev.oin.egress;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What became of an outgoing call. */
public sealed interface Reply {

    /**
     * An answer came.
     *
     * @param url the address that answered, after redirects
     * @param truncated whether the body was longer than is read
     * @param took from the first byte sent to the last one read
     */
    record Answered(URI url, int status, List<Header> headers, byte[] body, boolean truncated, Duration took)
            implements Reply {

        private static final Pattern CHARSET = Pattern.compile("charset=\"?([\\w-]+)", Pattern.CASE_INSENSITIVE);

        public Answered {
            headers = List.copyOf(headers);
        }

        /** The first header of that name. */
        public Optional<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .findFirst();
        }

        /** The body as text, without a mark of the byte order, which may be passed over (RFC 8259, section 8.1). */
        public String text() {
            var text = new String(body, charset());
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }

        private Charset charset() {
            var named = CHARSET.matcher(header("Content-Type").orElse(""));
            try {
                return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                return StandardCharsets.UTF_8;
            }
        }
    }

    /** The address rules forbid the call; nothing was sent. */
    record Refused(String reason) implements Reply {}

    /** No answer: the host is unknown, refuses, breaks off, or is too slow. */
    record Unreachable(String reason, boolean timedOut) implements Reply {}
}
