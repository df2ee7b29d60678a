package dev.oin.egress;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An HTTP/1.1 answer as it passed by, perhaps cut off. */
record RecordedMessage(int status, List<Header> headers, byte[] body) {

    private static final RecordedMessage NOTHING = new RecordedMessage(0, List.of(), new byte[0]);

    static RecordedMessage of(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.matches("(?s)HTTP/1\\.[01] [0-9]{3}.*")) {
            return NOTHING;
        }
        var headers = headers(List.of(text.substring(0, end).split("\r\n")));
        var body = text.substring(end + 4);
        return new RecordedMessage(
                Integer.parseInt(text.substring(9, 12)),
                headers,
                (isChunked(headers) ? joined(body) : body).getBytes(StandardCharsets.ISO_8859_1));
    }

    static List<Header> headers(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(RecordedMessage::header)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Header> header(String line) {
        int colon = line.indexOf(':');
        return colon < 1
                ? Optional.empty()
                : Optional.of(new Header(
                        line.substring(0, colon), line.substring(colon + 1).strip()));
    }

    private static boolean isChunked(List<Header> headers) {
        return headers.stream()
                .anyMatch(header -> header.name().equalsIgnoreCase("Transfer-Encoding")
                        && header.value().toLowerCase(Locale.ROOT).contains("chunked"));
    }

    private static String joined(String chunks) {
        var body = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int line = chunks.indexOf("\r\n", at);
            if (line < 0) {
                break;
            }
            int size = size(chunks.substring(at, line));
            int end = Math.min(chunks.length(), line + 2 + size);
            body.append(chunks, line + 2, end);
            at = size == 0 ? chunks.length() : end + 2;
        }
        return body.toString();
    }

    private static int size(String line) {
        try {
            return Integer.parseInt(line.split(";", 2)[0].strip(), 16);
        } catch (NumberFormatException noChunk) {
            return 0;
        }
    }
}
