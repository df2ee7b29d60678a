package dev.oin.sample.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Turns what a client sent into what the schema allows: known names, right types, nothing that is not the client's to set. */
final class Reading {

    private static final int LONGEST = 4096;

    private Reading() {}

    /** A whole resource, as POST and PUT send it. */
    static ObjectNode resource(ObjectNode sent, ResourceType type) {
        JsonNode schemas = field(sent, "schemas");
        boolean named = false;
        for (JsonNode schema : schemas) {
            named |= type.core().urn().equalsIgnoreCase(schema.asText());
        }
        if (!schemas.isArray() || !named) {
            throw ScimProblem.bad(
                    "invalidSyntax", "schemas must name " + type.core().urn());
        }
        return attributes(sent, type);
    }

    /** The attributes of a resource, whose required ones must be there. */
    static ObjectNode attributes(ObjectNode sent, ResourceType type) {
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : sent.properties()) {
            Optional<Schema> extension = type.extension(field.getKey());
            if (extension.isPresent()) {
                extension(read, extension.get(), field.getValue());
            } else {
                AttributePath.parse(field.getKey(), type)
                        .filter(path -> path.subName() == null)
                        .ifPresent(path -> put(read, path, field.getValue()));
            }
        }
        type.core().attributes().stream()
                .filter(Attribute::required)
                .filter(attribute -> read.path(attribute.name()).asText().isBlank())
                .findFirst()
                .ifPresent(attribute -> {
                    throw ScimProblem.bad("invalidValue", attribute.name() + " is required");
                });
        return read;
    }

    private static void extension(ObjectNode read, Schema schema, JsonNode sent) {
        if (sent.isNull()) {
            return;
        }
        if (!sent.isObject()) {
            throw ScimProblem.bad("invalidValue", schema.urn() + " must be an object");
        }
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : sent.properties()) {
            schema.attribute(field.getKey())
                    .ifPresent(attribute ->
                            value(attribute, field.getValue()).ifPresent(value -> part.set(attribute.name(), value)));
        }
        if (!part.isEmpty()) {
            read.set(schema.urn(), part);
        }
    }

    private static void put(ObjectNode read, AttributePath path, JsonNode sent) {
        Attribute attribute = path.attribute();
        if (attribute != null && !"schemas".equals(attribute.name())) {
            value(attribute, sent).ifPresent(value -> {
                if (path.urn() == null) {
                    read.set(attribute.name(), value);
                } else {
                    read.withObjectProperty(path.urn()).set(attribute.name(), value);
                }
            });
        }
    }

    /** One attribute's value; empty when it is unassigned or not for clients to set or to see. */
    static Optional<JsonNode> value(Attribute attribute, JsonNode sent) {
        if (attribute.isReadOnly() || sent.isNull() || (sent.isArray() && sent.isEmpty())) {
            return Optional.empty();
        }
        if (!attribute.multiValued()) {
            return single(attribute, sent).filter(value -> !attribute.isSecret());
        }
        if (!sent.isArray()) {
            throw ScimProblem.bad("invalidValue", attribute.name() + " must be an array");
        }
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        java.util.Set<JsonNode> seen = new java.util.HashSet<>();
        sent.forEach(element -> single(attribute, element).filter(seen::add).ifPresent(values::add));
        int primaries = 0;
        for (JsonNode value : values) {
            primaries += value.path("primary").asBoolean() ? 1 : 0;
        }
        if (primaries > 1) {
            throw ScimProblem.bad("invalidValue", "Only one of " + attribute.name() + " can be primary");
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /** One value of an attribute, plural or not. */
    static Optional<JsonNode> single(Attribute attribute, JsonNode sent) {
        if (sent.isNull()) {
            return Optional.empty();
        }
        return switch (attribute.type()) {
            case COMPLEX -> complex(attribute, sent);
            case BOOLEAN -> typed(attribute, sent, sent.isBoolean(), "true or false");
            case STRING, DATE_TIME, REFERENCE, BINARY -> typed(attribute, sent, sent.isTextual(), "a string");
        };
    }

    private static Optional<JsonNode> typed(Attribute attribute, JsonNode sent, boolean right, String expected) {
        if (!right) {
            throw ScimProblem.bad("invalidValue", attribute.name() + " must be " + expected);
        }
        if (sent.isTextual() && sent.asText().length() > LONGEST) {
            throw ScimProblem.bad("invalidValue", attribute.name() + " is longer than " + LONGEST + " characters");
        }
        return Optional.of(sent);
    }

    private static Optional<JsonNode> complex(Attribute attribute, JsonNode sent) {
        if (!sent.isObject()) {
            throw ScimProblem.bad("invalidValue", attribute.name() + " must be an object");
        }
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : sent.properties()) {
            attribute
                    .sub(field.getKey())
                    .ifPresent(sub -> value(sub, field.getValue()).ifPresent(value -> read.set(sub.name(), value)));
        }
        return read.isEmpty() ? Optional.empty() : Optional.of(read);
    }

    private static JsonNode field(ObjectNode sent, String name) {
        for (Map.Entry<String, JsonNode> field : sent.properties()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return field.getValue();
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }
}
