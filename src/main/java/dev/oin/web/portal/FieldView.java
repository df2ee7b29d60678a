package dev.oin.web.portal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.submission.Field;
import dev.oin.submission.Format;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A field of the wizard with what is in it.
 *
 * @param key the name of its input, with the row's number where it stands in a row
 * @param secretSet whether a value is stored that cannot be shown
 * @param preview what its expression comes to; null where there is nothing to tell
 */
record FieldView(
        Field field,
        String key,
        @Nullable JsonNode node,
        List<ProblemView> problems,
        boolean required,
        boolean locked,
        boolean secretSet,
        @Nullable PreviewView preview) {

    private static final Set<String> FIXED = Set.of("scim.objects/USERS", "scim.user_ops/READ", "oidc.scopes/openid");

    /** The id of a field's input; the place of a row's number in a row to copy stays. */
    static String idOf(String key) {
        return key.replaceAll("[^A-Za-z0-9_]+", "-")
                .replaceAll("(?<!_)_(?!_)", "-")
                .replaceAll("-$", "");
    }

    public String id() {
        return idOf(key);
    }

    public String label() {
        return field.label();
    }

    public int max() {
        return field.format().isText() ? field.maxLength() : 0;
    }

    public String value() {
        return node == null || node.isNull() ? "" : node.asText();
    }

    /** The value in words. */
    String shown() {
        return node == null || node.isNull() || (node.isArray() && node.isEmpty())
                ? ""
                : node.isArray() ? node.toString() : node.asText();
    }

    public int length() {
        return value().codePointCount(0, value().length());
    }

    /** The input's type; addresses stay text, so that the browser does not judge expressions. */
    public String type() {
        return switch (field.format()) {
            case EMAIL -> "email";
            case PHONE -> "tel";
            default -> "text";
        };
    }

    public String inputMode() {
        return switch (field.format()) {
            case NUMBER -> "numeric";
            case URL -> "url";
            default -> "text";
        };
    }

    public boolean isExpression() {
        return field.format().isExpression() || field.format() == Format.URL || field.format() == Format.VARIABLE_NAME;
    }

    /** Whether a preview stands beside it. */
    public boolean isPreviewed() {
        return field.format().isExpression() || field.format() == Format.ATTRIBUTE_VALUES;
    }

    public @Nullable String help() {
        return field.help().purpose().isEmpty() ? null : field.help().purpose();
    }

    public @Nullable String example() {
        return field.help().good().isEmpty() || field.format() == Format.PARAGRAPH
                ? null
                : field.help().good();
    }

    public @Nullable String counterexample() {
        return field.help().bad().isEmpty() || field.format() == Format.PARAGRAPH
                ? null
                : field.help().bad();
    }

    public List<Option> options() {
        if (field.format() == Format.YES_NO) {
            return List.of(new Option("true", "Yes", "", false), new Option("false", "No", "", false));
        }
        return field.choices().stream()
                .map(choice -> new Option(
                        choice.value(),
                        choice.label(),
                        choice.help(),
                        FIXED.contains(field.key() + "/" + choice.value())))
                .toList();
    }

    public boolean isChoice() {
        return field.format() == Format.CHOICE || field.format() == Format.YES_NO && field.isInList();
    }

    public boolean chosen(String value) {
        if (node == null) {
            return false;
        }
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .anyMatch(one -> one.asText().equals(value))
                : node.asText().equals(value);
    }

    public boolean isWrong() {
        return problems.stream().anyMatch(ProblemView::isWrong);
    }

    public String describedBy() {
        var parts = List.of(help() == null ? "" : id() + "-help", id() + "-problems");
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
