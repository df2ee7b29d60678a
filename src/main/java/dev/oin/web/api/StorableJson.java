package dev.oin.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.oin.web.problems.StorableText;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads JSON from callers, whose texts are ones the database can hold, none without bound, and whose lists hold no nulls. */
final class StorableJson extends JsonFactory {

    /** What no member needs; most have a closer bound of their own. */
    static final int LONGEST_TEXT = 16_384;

    private static final long serialVersionUID = 1;

    StorableJson() {
        super(new JsonFactoryBuilder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION));
    }

    @Override
    public JsonParser createParser(InputStream body) throws IOException {
        return new Checked(super.createParser(body));
    }

    @Override
    public JsonParser createParser(Reader body) throws IOException {
        return new Checked(super.createParser(body));
    }

    /** A text with a character that PostgreSQL refuses, or would silently replace. */
    static final class Unstorable extends MismatchedInputException {

        private static final long serialVersionUID = 1;

        private Unstorable(JsonParser parser) {
            super(parser, "This text cannot be stored");
        }
    }

    /** A text that is longer than any member takes. */
    static final class TooLong extends MismatchedInputException {

        private static final long serialVersionUID = 1;

        private final String field;

        private TooLong(JsonParser parser) {
            super(parser, "This text is too long");
            field = parser.getParsingContext()
                    .pathAsPointer()
                    .toString()
                    .substring(1)
                    .replaceAll("(^|/)(\\d+)(?=/|$)", "[$2]")
                    .replace('/', '.');
        }

        /** Where it stands, such as {@code answers[0].text}. */
        String field() {
            return field;
        }
    }

    private static final class Checked extends JsonParserDelegate {

        private Checked(JsonParser parser) {
            super(parser);
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            var token = super.nextToken();
            if (token == JsonToken.FIELD_NAME) {
                storable(currentName());
            } else if (token == JsonToken.VALUE_NULL && getParsingContext().inArray()) {
                throw MismatchedInputException.from(this, (Class<?>) null, "A list holds no nulls");
            }
            return token;
        }

        @Override
        public @Nullable String getText() throws IOException {
            return storable(super.getText());
        }

        @Override
        public @Nullable String getValueAsString() throws IOException {
            return storable(super.getValueAsString());
        }

        @Override
        public @Nullable String getValueAsString(@Nullable String otherwise) throws IOException {
            return storable(super.getValueAsString(otherwise));
        }

        private @Nullable String storable(@Nullable String text) throws MismatchedInputException {
            if (text != null && text.length() > LONGEST_TEXT) {
                throw new TooLong(this);
            }
            if (text != null && !StorableText.allows(text)) {
                throw new Unstorable(this);
            }
            return text;
        }
    }
}
