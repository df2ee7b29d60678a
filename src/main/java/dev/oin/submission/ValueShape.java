package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.oin.submission.SaveOutcome.Misfit;
import dev.oin.submission.SaveOutcome.Misfit.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds one value against its field: its type, its length, its list. */
record ValueShape(List<Misfit> misfits) {

    /** The tidied value; null where there is none or it cannot be stored. */
    @Nullable
    JsonNode tidy(Field field, JsonNode value, String key) {
        if (value.isNull()) {
            return null;
        }
        return switch (field.format()) {
            case LINE,
                    PARAGRAPH,
                    EMAIL,
                    PHONE,
                    URL,
                    OIDC_EXPRESSION,
                    SAML_EXPRESSION,
                    SAML_TEXT,
                    SCIM_EXPRESSION,
                    VARIABLE_NAME,
                    ATTRIBUTE_VALUES -> text(field, value, key);
            case NUMBER -> number(field, value, key);
            case YES_NO ->
                value.isBoolean()
                        ? BooleanNode.valueOf(value.booleanValue())
                        : refuse(wrongType(field, key, "true or false"));
            case CHOICE -> choice(field, value, key);
            case CHOICES -> choices(field, value, key);
            case CONSTANT -> constant(field, value, key);
            case SECRET, IMAGE -> throw new IllegalStateException("No plain value: " + key);
        };
    }

    private @Nullable JsonNode text(Field field, JsonNode value, String key) {
        if (!value.isTextual()) {
            return refuse(wrongType(field, key, "text"));
        }
        var text = value.textValue().replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!isPrintable(text, field.format() == Format.PARAGRAPH)) {
            return refuse(new Misfit(
                    key,
                    field.rule("format"),
                    "%s contains control characters. Take them out.".formatted(field.label()),
                    Kind.VALUE));
        }
        return text.codePointCount(0, text.length()) > field.maxLength()
                ? refuse(tooLong(field, key))
                : TextNode.valueOf(text);
    }

    private @Nullable JsonNode number(Field field, JsonNode value, String key) {
        if (!value.isIntegralNumber()) {
            return refuse(wrongType(field, key, "a whole number"));
        }
        return value.canConvertToInt()
                ? IntNode.valueOf(value.intValue())
                : refuse(new Misfit(
                        key, field.rule("length"), "%s is too large a number.".formatted(field.label()), Kind.VALUE));
    }

    private @Nullable JsonNode choice(Field field, JsonNode value, String key) {
        if (!value.isTextual()) {
            return refuse(wrongType(field, key, "text"));
        }
        if (value.textValue().isBlank()) {
            return null;
        }
        return field.offers(value.textValue()) ? value : refuse(notInList(field, key, value.textValue()));
    }

    private @Nullable JsonNode choices(Field field, JsonNode value, String key) {
        if (!value.isArray()) {
            return refuse(wrongType(field, key, "a list"));
        }
        var chosen = new HashSet<String>();
        for (var element : value) {
            if (!element.isTextual()) {
                return refuse(wrongType(field, key, "a list of texts"));
            }
            if (!field.offers(element.textValue())) {
                return refuse(notInList(field, key, element.textValue()));
            }
            chosen.add(element.textValue());
        }
        var ordered = JsonNodeFactory.instance.arrayNode();
        field.choices().stream()
                .map(Field.Choice::value)
                .filter(chosen::contains)
                .forEach(ordered::add);
        return ordered;
    }

    private @Nullable JsonNode constant(Field field, JsonNode value, String key) {
        var isDerived = value.isBoolean();
        return isDerived || field.offers(value.asText()) ? null : refuse(notInList(field, key, value.asText()));
    }

    private @Nullable JsonNode refuse(Misfit misfit) {
        misfits.add(misfit);
        return null;
    }

    static Misfit wrongType(Field field, String key, String wanted) {
        return new Misfit(key, field.rule("type"), "%s must be %s.".formatted(field.label(), wanted), Kind.SHAPE);
    }

    static Misfit tooLong(Field field, String key) {
        return new Misfit(
                key,
                field.rule("length"),
                "%s may have at most %d characters.".formatted(field.label(), field.maxLength()),
                Kind.VALUE);
    }

    private static Misfit notInList(Field field, String key, String seen) {
        var offered = field.choices().stream().map(Field.Choice::value).collect(Collectors.joining(", "));
        var shown = seen.length() > 40 ? seen.substring(0, 40) + "..." : seen;
        return new Misfit(
                key,
                field.rule("list"),
                "\"%s\" is not offered. Choose from: %s.".formatted(shown, offered),
                Kind.VALUE);
    }

    private static boolean isPrintable(String text, boolean lines) {
        return text.codePoints()
                .allMatch(point -> (lines && (point == '\n' || point == '\t'))
                        || !(Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE));
    }
}
