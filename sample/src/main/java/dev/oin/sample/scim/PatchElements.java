package dev.oin.sample.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes to single elements of a plural attribute. */
final class PatchElements {

    private PatchElements() {}

    /** Adds what is not there yet; a new primary element takes that place from the former one. */
    static void add(ArrayNode values, JsonNode more) {
        Set<JsonNode> known = new HashSet<>();
        values.forEach(known::add);
        for (JsonNode element : more) {
            if (!known.add(element)) {
                continue;
            }
            if (element.path("primary").asBoolean()) {
                yieldPrimary(values);
            }
            values.add(element);
        }
    }

    private static void yieldPrimary(ArrayNode values) {
        for (JsonNode value : values) {
            if (value instanceof ObjectNode former && former.path("primary").asBoolean()) {
                former.put("primary", false);
            }
        }
    }

    static void change(String op, PatchPath target, JsonNode value, ObjectNode holder) {
        String name = target.attribute().name();
        ArrayNode values = holder.withArrayProperty(name);
        boolean removed = "remove".equals(op);
        Attribute sub = target.elementSub() == null ? target.path().sub() : target.elementSub();
        int matched = 0;
        for (int i = values.size() - 1; i >= 0; i--) {
            if (target.condition() == null || target.condition().matches(values.get(i))) {
                matched++;
                if (removed && sub == null) {
                    values.remove(i);
                } else {
                    change(values, i, sub, removed, target.attribute(), value);
                }
            }
        }
        if (matched == 0 && !removed) {
            throw ScimProblem.bad("noTarget", "No element of " + name + " meets the condition");
        }
        if (values.isEmpty()) {
            holder.remove(name);
        }
    }

    private static void change(
            ArrayNode values,
            int index,
            @Nullable Attribute sub,
            boolean removed,
            Attribute attribute,
            JsonNode value) {
        ObjectNode element = (ObjectNode) values.get(index);
        boolean becomesPrimary =
                sub == null ? value.path("primary").asBoolean() : "primary".equals(sub.name()) && value.asBoolean();
        if (becomesPrimary) {
            yieldPrimary(values);
        }
        if (sub == null) {
            Reading.single(attribute, value).ifPresent(read -> element.setAll((ObjectNode) read));
            return;
        }
        element.remove(sub.name());
        if (!removed) {
            Reading.value(sub, value).ifPresent(read -> element.set(sub.name(), read));
        }
    }
}
