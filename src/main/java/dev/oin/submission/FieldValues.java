package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.kernel.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** The values of a content by field. */
final class FieldValues {

    private final JsonNode protocols;
    private final JsonNode configuration;
    private final JsonNode tests;

    FieldValues(Content content) {
        ObjectNode tree = ContentJson.tree(content);
        this.protocols = tree;
        this.configuration = tree.path("configuration");
        this.tests = tree.path("test_information");
    }

    /**
     * A value and where it stands.
     *
     * @param key the field's key, with the row's number
     * @param value missing where nothing was entered
     */
    record Located(String key, JsonNode value) {

        boolean isMissing() {
            return value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty();
        }

        String text() {
            return value.asText();
        }
    }

    /** The field's values: one, or one for each row. */
    List<Located> of(Field field) {
        var path = field.path();
        var bracket = path.indexOf("[]");
        if (bracket < 0) {
            return List.of(new Located(field.key(), at(root(field), path)));
        }
        var list = at(root(field), path.substring(0, bracket));
        var member = path.length() == bracket + 2 ? "" : path.substring(bracket + 3);
        var values = new ArrayList<Located>();
        IntStream.range(0, list.size())
                .forEach(row -> values.add(new Located(
                        field.key().replace("[]", "[" + row + "]"),
                        member.isEmpty() ? list.get(row) : at(list.get(row), member))));
        return values;
    }

    /** Values of the field that stand there twice, each a problem by the rule {@code key.unique}. */
    List<Problem> repeated(String key, String message) {
        var seen = new HashSet<String>();
        return of(Fields.get(key)).stream()
                .filter(located -> !located.isMissing() && !seen.add(located.text()))
                .map(located -> Problem.error(located.key(), key + ".unique", message))
                .toList();
    }

    /** How many rows the list has. */
    int sizeOf(FieldList list) {
        return at(configuration, list.key()).size();
    }

    private JsonNode root(Field field) {
        return switch (field.section().page()) {
            case PROTOCOLS -> protocols;
            case CONFIGURATION -> configuration;
            case TEST_INFORMATION -> tests;
            case TESTING -> MissingNode.getInstance();
        };
    }

    private static JsonNode at(JsonNode root, String path) {
        var node = root;
        for (var name : path.split("\\.")) {
            node = node.path(name);
        }
        return node;
    }
}
