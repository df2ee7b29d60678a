package dev.oin.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sandbox.AppUser;
import dev.oin.vault.Secret;
import org.jspecify.annotations.Nullable;

/** The bodies that a provisioning client sends. */
final class ScimBodies {

    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ScimBodies() {}

    static ObjectNode newUser(AppUser person, @Nullable Secret password) {
        var user = JSON.objectNode();
        user.putArray("schemas").add(USER);
        user.put("externalId", person.externalId());
        user.put("locale", "en-US");
        user.putArray("groups");
        profile(user, person);
        EntitlementBodies.add(user, person.entitlements());
        if (password != null) {
            user.put("password", password.reveal());
        }
        user.put("active", true);
        return user;
    }

    /** What the app holds, with the attributes that the product is in charge of as they are now. */
    static ObjectNode replaced(JsonNode held, AppUser person, boolean active) {
        var user = held.isObject() ? ((ObjectNode) held).deepCopy() : JSON.objectNode();
        user.remove("password");
        if (!user.has("schemas")) {
            user.putArray("schemas").add(USER);
        }
        person.empty().forEach(target -> ScimAttributes.remove(user, target));
        profile(user, person);
        EntitlementBodies.add(user, person.entitlements());
        return user.put("active", active);
    }

    /** A replace operation without a path, as the client sends it; attributes that were erased are removed by theirs. */
    static ObjectNode changed(AppUser person, JsonNode held, boolean active) {
        var value = JSON.objectNode();
        profile(value, person);
        value.remove("schemas");
        var patch = replace(value.put("active", active));
        var before = held.deepCopy();
        for (var target : person.empty()) {
            if (ScimAttributes.remove(before, target)) {
                patch.withArrayProperty("Operations")
                        .addObject()
                        .put("op", "remove")
                        .put("path", target);
            }
        }
        EntitlementBodies.missing(held, person.entitlements())
                .forEach(one -> patch.withArrayProperty("Operations").add(EntitlementBodies.addition(one)));
        return patch;
    }

    static ObjectNode passwordOnly(Secret password) {
        return replace(JSON.objectNode().put("password", password.reveal()));
    }

    static ObjectNode activeOnly(boolean active) {
        return replace(JSON.objectNode().put("active", active));
    }

    /** One operation. */
    static ObjectNode patch(ObjectNode operation) {
        var patch = JSON.objectNode();
        patch.putArray("schemas").add(PATCH);
        patch.putArray("Operations").add(operation);
        return patch;
    }

    private static ObjectNode replace(ObjectNode value) {
        var operation = JSON.objectNode().put("op", "replace");
        operation.set("value", value);
        return patch(operation);
    }

    private static void profile(ObjectNode user, AppUser person) {
        user.put("displayName", person.displayName());
        person.values().forEach(value -> ScimAttributes.write(user, value.target(), value.text()));
    }
}
