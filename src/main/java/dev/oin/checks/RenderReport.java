package dev.oin.checks;

import dev.oin.kernel.RunId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Writes a run's evidence as a document, secrets masked. */
public interface RenderReport {

    /** The document; empty where there is no such run. */
    Optional<Document> render(RunId run, Format format);

    /** The formats. */
    enum Format {
        JSON("application/json"),
        HTML("text/html;charset=UTF-8"),
        JUNIT("application/xml"),
        HAR("application/json");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        /** The document's media type. */
        public String mediaType() {
            return mediaType;
        }

        /** The format of that name, in lower case. */
        public static Optional<Format> named(String text) {
            return Arrays.stream(values())
                    .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst();
        }
    }

    /** A document with its media type and a name to save it under. */
    record Document(String text, String mediaType, String fileName) {}
}
