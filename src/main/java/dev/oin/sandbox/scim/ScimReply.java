package dev.oin.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.oin.egress.Header;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a SCIM server said, or why it said nothing. */
public sealed interface ScimReply {

    /**
     * It answered.
     *
     * @param body the parsed body; a missing node where it is empty or no JSON
     */
    record Answer(int status, List<Header> headers, JsonNode body, String text, Duration took) implements ScimReply {

        public Answer {
            headers = List.copyOf(headers);
        }

        /** Whether the status is one of success. */
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** The value at a path such as {@code $.Resources[0].id}; a missing node where there is none. */
        public JsonNode at(String path) {
            var pointer = path.replaceFirst("^\\$", "")
                    .replaceAll("\\[(\\d+)]", "/$1")
                    .replace('.', '/');
            return body.isMissingNode() ? MissingNode.getInstance() : body.at(pointer);
        }

        /** The first header of that name. */
        public Optional<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .findFirst();
        }
    }

    /**
     * It did not.
     *
     * @param forbidden whether the product may not call that address at all
     */
    record Silence(String reason, boolean forbidden) implements ScimReply {}
}
