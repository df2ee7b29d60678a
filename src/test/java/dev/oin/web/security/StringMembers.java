package dev.oin.web.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text members that the OpenAPI document gives each write of the API, each as a body in which that member is too long. */
final class StringMembers {

    static final String LONG = "x".repeat(70_000);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;

    StringMembers(JsonNode document) {
        this.document = document;
    }

    /**
     * A body with one member too long.
     *
     * @param field as problem details name it, such as {@code answers[0].text}
     */
    record TooLong(String field, JsonNode body) {}

    /** The route's bodies, made of an example of it; none where the document has no text member for it. */
    List<TooLong> of(AccessMatrix.Row row, JsonNode example) {
        var schema = schema(row);
        var found = new ArrayList<TooLong>();
        if (schema != null) {
            collect(schema, example.deepCopy(), "", example, new ArrayList<>(), found);
        }
        return found;
    }

    /** Whether the document knows the route. */
    boolean knows(AccessMatrix.Row row) {
        return schema(row) != null;
    }

    private @Nullable JsonNode schema(AccessMatrix.Row row) {
        var path = row.route().substring(row.route().indexOf(' ') + 1).replace("{person}", "{person_id}");
        for (var entry : document.path("paths").properties()) {
            if (shape(entry.getKey()).equals(shape(path))) {
                var schema = entry.getValue()
                        .path(row.method().toLowerCase(Locale.ROOT))
                        .at("/requestBody/content/application~1json/schema");
                return schema.isMissingNode() ? null : schema;
            }
        }
        return null;
    }

    private static String shape(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private void collect(
            JsonNode schema, JsonNode here, String field, JsonNode whole, List<Object> way, List<TooLong> found) {
        var resolved = resolved(schema);
        var types = resolved.path("type").isArray()
                ? resolved.path("type").toString()
                : resolved.path("type").asText();
        if (types.contains("string")) {
            found.add(new TooLong(field, with(whole, way)));
        } else if (types.contains("array")) {
            collect(resolved.path("items"), here.path(0), field + "[0]", whole, and(way, 0), found);
        } else if (resolved.has("properties")) {
            resolved.path("properties")
                    .properties()
                    .forEach(member -> collect(
                            member.getValue(),
                            here.path(member.getKey()),
                            inside(field, member.getKey()),
                            whole,
                            and(way, member.getKey()),
                            found));
        } else if (resolved.path("additionalProperties").isObject()) {
            collect(
                    resolved.path("additionalProperties"),
                    here.path("x"),
                    inside(field, "x"),
                    whole,
                    and(way, "x"),
                    found);
        }
    }

    private static String inside(String field, String member) {
        return field.isEmpty() ? member : field + "." + member;
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            return document.at(reference.substring(1));
        }
        for (var choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.path(choice).isArray()) {
                return resolved(schema.path(choice).path(0));
            }
        }
        return schema;
    }

    private static List<Object> and(List<Object> way, Object next) {
        var longer = new ArrayList<>(way);
        longer.add(next);
        return longer;
    }

    /** The example with the long text at the end of the way, whatever stood on it before. */
    private static JsonNode with(JsonNode example, List<Object> way) {
        if (way.isEmpty()) {
            return JSON.getNodeFactory().textNode(LONG);
        }
        var rest = way.subList(1, way.size());
        if (way.getFirst() instanceof String name) {
            ObjectNode object = example instanceof ObjectNode given ? given.deepCopy() : JSON.createObjectNode();
            object.set(name, with(object.path(name), rest));
            return object;
        }
        ArrayNode array = example instanceof ArrayNode given ? given.deepCopy() : JSON.createArrayNode();
        var first = with(array.path(0), rest);
        if (array.isEmpty()) {
            array.add(first);
        } else {
            array.set(0, first);
        }
        return array;
    }
}
