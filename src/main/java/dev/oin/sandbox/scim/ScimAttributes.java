package dev.oin.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Writes values at SCIM attribute paths (RFC 7644, section 3.10): {@code title}, {@code name.givenName}, {@code emails[type eq "work"].value}, with or without a schema before them. */
final class ScimAttributes {

    private static final Pattern PATH = Pattern.compile(
            "(?:(urn:[A-Za-z0-9:._-]+):)?([A-Za-z$][\\w$-]*)(?:\\[type eq \"([^\"]*)\"])?(?:\\.([A-Za-z$][\\w$-]*))?");
    private static final Set<String> LISTS =
            Set.of("emails", "phoneNumbers", "ims", "photos", "addresses", "entitlements", "roles", "x509Certificates");
    private static final Set<String> WITH_VALUE = Set.of("manager");
    private static final Set<String> BOOLEANS = Set.of("active", "primary");

    private ScimAttributes() {}

    /** Writes the value; what is no path is written as an attribute of that name. */
    static void write(ObjectNode user, String path, String value) {
        var parts = PATH.matcher(path);
        if (!parts.matches()) {
            user.put(path, value);
            return;
        }
        var name = parts.group(2);
        var part = parts.group(4);
        var holder = holder(user, parts.group(1));
        if (LISTS.contains(name)) {
            var type = parts.group(3) == null ? "work" : parts.group(3);
            put(element(holder, name, type), part == null ? "value" : part, value);
        } else if (part != null) {
            put(holder.withObjectProperty(name), part, value);
        } else if (WITH_VALUE.contains(name)) {
            holder.withObjectProperty(name).put("value", value);
        } else {
            put(holder, name, value);
        }
    }

    /** The value at the path, as text; empty where there is none. Of a list without a type, the primary one, else the first. */
    static String read(JsonNode user, String path) {
        var parts = PATH.matcher(path);
        if (!parts.matches()) {
            return user.path(path).asText("");
        }
        var schema = parts.group(1);
        var holder = schema == null || schema.equals(ScimBodies.USER) ? user : user.path(schema);
        var value = holder.path(parts.group(2));
        var part = parts.group(4);
        if (value.isArray()) {
            return chosen(value, parts.group(3))
                    .path(part == null ? "value" : part)
                    .asText("");
        }
        if (part != null) {
            return value.path(part).asText("");
        }
        return value.isObject() ? value.path("value").asText("") : value.asText("");
    }

    private static JsonNode chosen(JsonNode list, @Nullable String type) {
        return type == null ? primary(list) : typed(list, type);
    }

    private static JsonNode primary(JsonNode list) {
        for (var element : list) {
            if (element.path("primary").asBoolean()) {
                return element;
            }
        }
        return list.path(0);
    }

    /** Types may be written in any letter case, and left out by apps that keep one value only (RFC 7643, section 2.4). */
    private static JsonNode typed(JsonNode list, String type) {
        for (var element : list) {
            if (element.path("type").asText().equalsIgnoreCase(type)) {
                return element;
            }
        }
        var untyped = StreamSupport.stream(list.spliterator(), false)
                .filter(element -> !element.hasNonNull("type"))
                .toList();
        return untyped.isEmpty()
                ? MissingNode.getInstance()
                : primary(JsonNodeFactory.instance.arrayNode().addAll(untyped));
    }

    /** Takes the value out. True where there was one. */
    static boolean remove(JsonNode user, String path) {
        var parts = PATH.matcher(path);
        if (!parts.matches()) {
            return without(user, path);
        }
        var schema = parts.group(1);
        var holder = schema == null || schema.equals(ScimBodies.USER) ? user : user.path(schema);
        var part = parts.group(4);
        var name = parts.group(2);
        return part != null && !LISTS.contains(name) ? without(holder.path(name), part) : without(holder, name);
    }

    private static boolean without(JsonNode holder, String name) {
        return holder instanceof ObjectNode object && object.remove(name) != null;
    }

    /** An attribute of an extension lies under its schema (RFC 7643, section 3.3). */
    private static ObjectNode holder(ObjectNode user, @Nullable String schema) {
        if (schema == null || schema.equals(ScimBodies.USER)) {
            return user;
        }
        var schemas = user.withArrayProperty("schemas");
        var isNamed = false;
        for (var named : schemas) {
            isNamed |= named.asText().equals(schema);
        }
        if (!isNamed) {
            schemas.add(schema);
        }
        return user.withObjectProperty(schema);
    }

    private static ObjectNode element(ObjectNode holder, String name, String type) {
        ArrayNode list = holder.path(name).isArray() ? (ArrayNode) holder.path(name) : holder.putArray(name);
        if (typed(list, type) instanceof ObjectNode there) {
            return there.hasNonNull("type") ? there : there.put("type", type);
        }
        var first = list.isEmpty();
        var element = list.addObject();
        if (first && !name.equals("addresses")) {
            element.put("primary", true);
        }
        return element.put("type", type);
    }

    private static void put(ObjectNode holder, String name, String value) {
        if (BOOLEANS.contains(name)) {
            holder.put(name, Boolean.parseBoolean(value));
        } else {
            holder.put(name, value);
        }
    }
}
