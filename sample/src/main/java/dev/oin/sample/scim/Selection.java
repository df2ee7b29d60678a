package dev.oin.sample.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which attributes an answer holds (RFC 7644 section 3.9). */
record Selection(List<AttributePath> only, List<AttributePath> without, boolean restricted) {

    private static final Set<String> ALWAYS = Set.of("id", "schemas");

    static Selection of(@Nullable String attributes, @Nullable String excluded, ResourceType type) {
        return new Selection(
                paths(attributes, type), paths(excluded, type), attributes != null && !attributes.isBlank());
    }

    private static List<AttributePath> paths(@Nullable String names, ResourceType type) {
        return names == null
                ? List.of()
                : Stream.of(names.split(","))
                        .map(name -> AttributePath.parse(name.strip(), type))
                        .flatMap(Optional::stream)
                        .toList();
    }

    ObjectNode from(ObjectNode resource) {
        ObjectNode selected = restricted ? restrict(resource) : resource.deepCopy();
        without.stream()
                .filter(path -> !ALWAYS.contains(path.name()))
                .forEach(path -> drop(path.holder(selected), path));
        return selected;
    }

    private ObjectNode restrict(ObjectNode resource) {
        ObjectNode selected = JsonNodeFactory.instance.objectNode();
        ALWAYS.forEach(name -> selected.set(name, resource.path(name)));
        for (AttributePath path : only) {
            JsonNode value = path.holder(resource).path(path.name());
            if (!value.isMissingNode()) {
                ObjectNode target = path.urn() == null ? selected : selected.withObjectProperty(path.urn());
                target.set(path.name(), path.subName() == null ? value : narrow(value, path.subName()));
            }
        }
        return selected;
    }

    private static JsonNode narrow(JsonNode value, String sub) {
        if (value.isArray()) {
            var narrowed = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> narrowed.add(narrow(element, sub)));
            return narrowed;
        }
        ObjectNode narrowed = JsonNodeFactory.instance.objectNode();
        if (value.has(sub)) {
            narrowed.set(sub, value.get(sub));
        }
        return narrowed;
    }

    private static void drop(JsonNode holder, AttributePath path) {
        String sub = path.subName();
        if (!(holder instanceof ObjectNode object)) {
            return;
        }
        if (sub == null) {
            object.remove(path.name());
            return;
        }
        JsonNode value = object.path(path.name());
        for (JsonNode element : value.isArray() ? value : List.of(value)) {
            if (element instanceof ObjectNode complex) {
                complex.remove(sub);
            }
        }
    }
}
