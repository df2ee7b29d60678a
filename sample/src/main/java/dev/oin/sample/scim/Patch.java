package dev.oin.sample.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A list of changes to one resource, made all or not at all (RFC 7644 section 3.5.2). */
final class Patch {

    private static final String URN = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    private static final Set<String> NOT_OURS = Set.of("schemas", "id", "meta");

    private final ResourceType type;
    private final List<Operation> operations = new ArrayList<>();

    private record Operation(String op, String path, JsonNode value) {}

    private Patch(ResourceType type) {
        this.type = type;
    }

    static Patch read(ObjectNode sent, ResourceType type) {
        Patch patch = new Patch(type);
        boolean named = false;
        for (JsonNode schema : field(sent, "schemas")) {
            named |= URN.equalsIgnoreCase(schema.asText());
        }
        JsonNode operations = field(sent, "Operations");
        if (!named || !operations.isArray() || operations.isEmpty()) {
            throw ScimProblem.bad("invalidSyntax", "A patch names the schema " + URN + " and has Operations");
        }
        operations.forEach(operation -> patch.operations.add(operation(operation)));
        return patch;
    }

    private static Operation operation(JsonNode sent) {
        if (!(sent instanceof ObjectNode operation)) {
            throw ScimProblem.bad("invalidSyntax", "An operation must be an object");
        }
        String op = field(operation, "op").asText().toLowerCase(Locale.ROOT);
        if (!Set.of("add", "replace", "remove").contains(op)) {
            throw ScimProblem.bad("invalidSyntax", "op must be add, replace or remove");
        }
        JsonNode path = field(operation, "path");
        if (!path.isMissingNode() && !path.isNull() && !path.isTextual()) {
            throw ScimProblem.bad("invalidPath", "path must be a string");
        }
        JsonNode value = field(operation, "value");
        if (value.isMissingNode() && !"remove".equals(op)) {
            throw ScimProblem.bad("invalidValue", "The operation " + op + " needs a value");
        }
        return new Operation(op, path.asText(""), value);
    }

    /** The resource after all changes. */
    ObjectNode applyTo(ObjectNode resource) {
        ObjectNode changed = resource.deepCopy();
        operations.forEach(operation -> apply(operation, changed));
        return Reading.attributes(changed, type);
    }

    /** The resource after as many changes as work, and whether all did. */
    ObjectNode applyToAsFarAsPossible(ObjectNode resource) {
        ObjectNode kept = resource.deepCopy();
        for (Operation operation : operations) {
            try {
                ObjectNode next = kept.deepCopy();
                apply(operation, next);
                kept = Reading.attributes(next, type);
            } catch (ScimProblem e) {
                return kept;
            }
        }
        return kept;
    }

    private void apply(Operation operation, ObjectNode resource) {
        if (!operation.path().isBlank()) {
            if (type.extension(operation.path().strip()).isPresent()) {
                extension(operation, operation.path().strip(), operation.value(), resource);
            } else {
                change(operation.op(), PatchPath.parse(operation.path(), type), operation.value(), resource);
            }
            return;
        }
        if ("remove".equals(operation.op())) {
            throw ScimProblem.bad("noTarget", "The operation remove needs a path");
        }
        if (!operation.value().isObject()) {
            throw ScimProblem.bad("invalidValue", "Without a path the value must be an object");
        }
        for (Map.Entry<String, JsonNode> field : operation.value().properties()) {
            String name = field.getKey();
            if (type.extension(name).isPresent()) {
                extension(operation, name, field.getValue(), resource);
            } else if (!NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
                AttributePath.parse(name, type)
                        .filter(AttributePath::isKnown)
                        .filter(path ->
                                path.attribute() != null && !path.attribute().isReadOnly())
                        .ifPresent(path -> change(
                                operation.op(),
                                new PatchPath(path, path.attribute(), null, null),
                                field.getValue(),
                                resource));
            }
        }
    }

    private void extension(Operation operation, String urn, JsonNode value, ObjectNode resource) {
        String stored = type.extension(urn).orElseThrow().urn();
        if ("remove".equals(operation.op())) {
            resource.remove(stored);
            return;
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            change(operation.op(), PatchPath.parse(stored + ":" + field.getKey(), type), field.getValue(), resource);
        }
    }

    private static void change(String op, PatchPath target, JsonNode value, ObjectNode resource) {
        ObjectNode holder = target.path().urn() == null
                ? resource
                : resource.withObjectProperty(target.path().urn());
        if (target.condition() != null) {
            PatchElements.change(op, target, value, holder);
        } else if (target.path().sub() != null) {
            sub(op, target, value, holder);
        } else if ("remove".equals(op)) {
            remove(target.attribute(), value, holder);
        } else if (target.attribute().multiValued()) {
            plural(op, target.attribute(), value, holder);
        } else {
            singular(target.attribute(), value, holder);
        }
    }

    private static void sub(String op, PatchPath target, JsonNode value, ObjectNode holder) {
        Attribute sub = target.path().sub();
        if (sub == null || target.attribute().multiValued()) {
            PatchElements.change(op, target, value, holder);
            return;
        }
        ObjectNode complex = holder.withObjectProperty(target.attribute().name());
        complex.remove(sub.name());
        if (!"remove".equals(op)) {
            Reading.value(sub, value).ifPresent(read -> complex.set(sub.name(), read));
        }
    }

    private static void remove(Attribute attribute, JsonNode value, ObjectNode holder) {
        if (attribute.required()) {
            throw ScimProblem.bad("invalidValue", attribute.name() + " is required and cannot be removed");
        }
        if (attribute.multiValued() && value.isArray() && holder.path(attribute.name()) instanceof ArrayNode values) {
            for (JsonNode gone : value) {
                values.removeIf(element -> element.path("value").equals(gone.path("value")));
            }
        } else {
            holder.remove(attribute.name());
        }
    }

    private static void singular(Attribute attribute, JsonNode value, ObjectNode holder) {
        if (!attribute.isComplex() || value.isNull()) {
            holder.remove(attribute.name());
        }
        Reading.value(attribute, value).ifPresent(read -> {
            if (attribute.isComplex()) {
                holder.withObjectProperty(attribute.name()).setAll((ObjectNode) read);
            } else {
                holder.set(attribute.name(), read);
            }
        });
    }

    private static void plural(String op, Attribute attribute, JsonNode value, ObjectNode holder) {
        JsonNode list = value.isArray() || value.isNull()
                ? value
                : JsonNodeFactory.instance.arrayNode().add(value);
        if ("replace".equals(op)) {
            holder.remove(attribute.name());
        }
        Reading.value(attribute, list)
                .ifPresent(read -> PatchElements.add(holder.withArrayProperty(attribute.name()), read));
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
