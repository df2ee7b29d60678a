package dev.oin.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.Problems;
import dev.oin.web.problems.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says what is wrong with a body that cannot be read as what it should be, and where. */
final class UnreadableBody {

    private static final int LONGEST_NAME = 200;

    private UnreadableBody() {}

    static Refusal refusal(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case BodyLimit.TooLarge large -> BodyLimit.refusal();
            case JsonMappingException mapping
            when mapping.getCause() instanceof BodyLimit.TooLarge -> BodyLimit.refusal();
            case StorableJson.Unstorable text -> {
                var field = path(text);
                yield Problems.unacceptable(
                        "%s cannot be stored.".formatted(field.isEmpty() ? "A name" : field),
                        List.of(new FieldError(
                                field,
                                field + ".characters",
                                "Take away the NUL characters and the halves of characters (single surrogates).")));
            }
            case StorableJson.TooLong text -> tooLong(text.field());
            case UnrecognizedPropertyException unknown -> {
                var field = path(unknown);
                yield Problems.malformed(
                        "There is no member %s.".formatted(field),
                        List.of(new FieldError(field, "unknown", "There is no member of this name.")));
            }
            case InvalidFormatException invalid
            when invalid.getTargetType().isEnum() -> {
                var field = path(invalid);
                var message = "One of: %s.".formatted(constants(invalid.getTargetType()));
                yield Problems.unacceptable(
                        "%s is not in its list.".formatted(field),
                        List.of(new FieldError(field, field + ".list", message)));
            }
            case JsonMappingException mapping
            when !path(mapping).isEmpty() -> {
                var field = path(mapping);
                yield Problems.malformed(
                        "%s has the wrong type.".formatted(field),
                        List.of(new FieldError(field, field + ".type", "This value has the wrong type.")));
            }
            case JsonMappingException mapping ->
                Problems.malformed("The body has the wrong form (%s).".formatted(place(mapping)), List.of());
            case JsonProcessingException syntax ->
                Problems.malformed("The body is not well-formed JSON (%s).".formatted(place(syntax)), List.of());
            case null, default -> Problems.malformed("The body is missing or cannot be read.", List.of());
        };
    }

    private static Refusal tooLong(String field) {
        var shown = field.length() > LONGEST_NAME ? field.substring(0, LONGEST_NAME) + "..." : field;
        var message = "Enter at most %d characters.".formatted(StorableJson.LONGEST_TEXT);
        return Problems.unacceptable(
                "%s is too long.".formatted(shown.isEmpty() ? "A text" : shown),
                List.of(new FieldError(shown, shown + ".length", message)));
    }

    private static String place(JsonProcessingException syntax) {
        var place = syntax.getLocation();
        return place == null
                ? "no place known"
                : "line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }

    private static String path(JsonMappingException mapping) {
        var path = new StringBuilder();
        for (var reference : mapping.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }
}
