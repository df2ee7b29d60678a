package dev.oin.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.kernel.Json;
import dev.oin.storage.BlobKey;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/** Content as JSON: as it is stored, and in the canonical form that is hashed. */
final class ContentJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ContentJson() {}

    static Json write(Content content) {
        return new Json(MAPPER.valueToTree(content).toString());
    }

    static Content read(Json json) {
        try {
            return MAPPER.readValue(json.text(), Content.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Stored content cannot be read", unreadable);
        }
    }

    static ObjectNode tree(Object part) {
        return MAPPER.valueToTree(part);
    }

    static <T> T read(ObjectNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A checked document cannot be read as " + type.getSimpleName(), unreadable);
        }
    }

    /** SHA-256 of the canonical form: members sorted, nothing empty. */
    static String hash(Content content) {
        var canonical = canonical(MAPPER.valueToTree(content)).toString();
        return BlobKey.hash(canonical.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode canonical(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var sorted = JsonNodeFactory.instance.objectNode();
                var names = new TreeSet<String>();
                object.fieldNames().forEachRemaining(names::add);
                names.forEach(name -> {
                    var member = canonical(object.get(name));
                    if (!isNothing(member)) {
                        sorted.set(name, member);
                    }
                });
                yield sorted;
            }
            case ArrayNode array -> {
                var elements = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> elements.add(canonical(element)));
                yield elements;
            }
            default -> node;
        };
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull() || node.isContainerNode() && node.isEmpty();
    }
}
