package dev.oin.sample.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The name of an attribute, with the names as the schema writes them (RFC 7644 section 3.10).
 *
 * @param urn the extension it belongs to; the core's own attributes have none
 * @param attribute unknown names have none
 */
record AttributePath(
        @Nullable String urn,
        String name,
        @Nullable String subName,
        @Nullable Attribute attribute,
        @Nullable Attribute sub) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z$][A-Za-z0-9$_-]*");

    /** Reads a name; empty when it could not be one. */
    static Optional<AttributePath> parse(String text, ResourceType type) {
        String urn = null;
        String rest = text;
        for (Schema schema : type.schemas().toList()) {
            if (text.regionMatches(true, 0, schema.urn() + ":", 0, schema.urn().length() + 1)) {
                urn = schema == type.core() ? null : schema.urn();
                rest = text.substring(schema.urn().length() + 1);
            }
        }
        String[] parts = rest.split("\\.", -1);
        if (parts.length > 2
                || List.of(parts).stream().anyMatch(part -> !NAME.matcher(part).matches())) {
            return Optional.empty();
        }
        Attribute attribute = type.attribute(urn, parts[0]).orElse(null);
        Attribute sub = attribute == null || parts.length == 1
                ? null
                : attribute.sub(parts[1]).orElse(null);
        return Optional.of(new AttributePath(
                urn,
                attribute == null ? parts[0] : attribute.name(),
                parts.length == 1 ? null : sub == null ? parts[1] : sub.name(),
                attribute,
                sub));
    }

    /** Whether the schema knows this name down to its last part. */
    boolean isKnown() {
        return attribute != null && (subName == null || sub != null);
    }

    /** The attribute whose values are compared: the named one, or {@code value} of a plural complex one. */
    @Nullable
    Attribute compared() {
        if (subName != null) {
            return sub;
        }
        return attribute != null && attribute.isComplex()
                ? attribute.sub("value").orElse(attribute)
                : attribute;
    }

    JsonNode holder(ObjectNode resource) {
        return urn == null ? resource : resource.path(urn);
    }

    /** All values of this attribute in {@code resource}. */
    List<JsonNode> values(JsonNode resource) {
        JsonNode holder = urn == null ? resource : resource.path(urn);
        JsonNode value = holder.path(name);
        return StreamSupport.stream((value.isArray() ? value : List.of(value)).spliterator(), false)
                .map(this::inner)
                .filter(each -> !each.isMissingNode() && !each.isNull())
                .toList();
    }

    private JsonNode inner(JsonNode value) {
        if (subName != null) {
            return value.path(subName);
        }
        if (value.isObject() && attribute != null && attribute.multiValued()) {
            return value.has("value") ? value.path("value") : MissingNode.getInstance();
        }
        return value;
    }
}
