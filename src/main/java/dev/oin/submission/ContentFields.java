package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** A content's fields by key, as text. */
public final class ContentFields {

    /** Deleted with the test account after its time (review-process 6), so nothing else may keep it. */
    private static final String USERNAME = "test.username";

    private ContentFields() {}

    /** Every field that holds a value, by key. */
    public static Map<String, String> of(Content content) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(
                "protocols",
                String.join(
                        ", ",
                        content.protocols().stream().map(Enum::name).sorted().toList()));
        collect("", ContentJson.tree(content.configuration()), fields);
        ContentJson.tree(content.testInformation())
                .properties()
                .forEach(entry -> collect(
                        entry.getValue().isObject() ? entry.getKey() : "test." + entry.getKey(),
                        entry.getValue(),
                        fields));
        var logo = content.logo();
        if (logo != null) {
            fields.put(
                    "logo",
                    "%dx%d %s %s"
                            .formatted(
                                    logo.width(),
                                    logo.height(),
                                    logo.mediaType(),
                                    logo.hash()
                                            .substring(
                                                    0, Math.min(12, logo.hash().length()))));
        }
        return fields;
    }

    private static void collect(String key, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> collect(
                            key.isEmpty() ? entry.getKey() : key + "." + entry.getKey(), entry.getValue(), fields));
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                collect("%s[%d]".formatted(key, index), node.get(index), fields);
            }
        } else if (!node.isNull() && !node.asText().isEmpty()) {
            fields.put(key, node.asText());
        }
    }

    /** The keys whose values differ, sorted. */
    public static List<String> changed(Map<String, String> before, Map<String, String> after) {
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .toList();
    }

    /** Those of the keys that hold a value, as a JSON object; the test account's name is not told. */
    static String json(Map<String, String> fields, List<String> keys) {
        var object = JsonNodeFactory.instance.objectNode();
        keys.stream()
                .filter(fields::containsKey)
                .forEach(key -> object.put(key, key.equals(USERNAME) ? "(not kept)" : fields.get(key)));
        return object.toString();
    }
}
