package dev.oin.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sandbox.Entitlement;
import java.util.List;

/** What a provisioning client sends of a user's roles and entitlements. */
public final class EntitlementBodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EntitlementBodies() {}

    /** Adds those that the user does not have. */
    public static void add(ObjectNode user, List<Entitlement> wanted) {
        missing(user, wanted)
                .forEach(one -> user.withArrayProperty(one.attribute().path()).add(value(one)));
    }

    static List<Entitlement> missing(JsonNode user, List<Entitlement> wanted) {
        return wanted.stream().filter(one -> !has(user, one)).toList();
    }

    static boolean has(JsonNode user, Entitlement one) {
        for (var held : user.path(one.attribute().path())) {
            if (held.path("value").asText().equals(one.value())) {
                return true;
            }
        }
        return false;
    }

    static void remove(ObjectNode user, Entitlement one) {
        var held = user.withArrayProperty(one.attribute().path());
        for (int place = held.size() - 1; place >= 0; place--) {
            if (held.path(place).path("value").asText().equals(one.value())) {
                held.remove(place);
            }
        }
    }

    static ObjectNode addition(Entitlement one) {
        var operation =
                JSON.objectNode().put("op", "add").put("path", one.attribute().path());
        operation.putArray("value").add(value(one));
        return operation;
    }

    static ObjectNode removal(Entitlement one) {
        return JSON.objectNode()
                .put("op", "remove")
                .put("path", one.attribute().path() + "[value eq " + ScimClient.quoted(one.value()) + ']');
    }

    static ObjectNode value(Entitlement one) {
        var value = JSON.objectNode().put("value", one.value()).put("display", one.display());
        return one.type() == null ? value : value.put("type", one.type());
    }
}
