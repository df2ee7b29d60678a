package dev.oin.sample.scim;

import static dev.oin.sample.state.Weakness.SCIM_401_WITHOUT_DETAIL;
import static dev.oin.sample.state.Weakness.SCIM_401_WITHOUT_SCHEMA;
import static dev.oin.sample.state.Weakness.SCIM_404_WITHOUT_DETAIL;
import static dev.oin.sample.state.Weakness.SCIM_404_WITHOUT_SCHEMA;
import static dev.oin.sample.state.Weakness.SCIM_CREATE_INACTIVE;
import static dev.oin.sample.state.Weakness.SCIM_CREATE_WITHOUT_SCHEMAS;
import static dev.oin.sample.state.Weakness.SCIM_ENTITLEMENT_STRING_COUNTS;
import static dev.oin.sample.state.Weakness.SCIM_ERROR_WITHOUT_STATUS;
import static dev.oin.sample.state.Weakness.SCIM_GRANT_REPLACES;
import static dev.oin.sample.state.Weakness.SCIM_IGNORES_DEACTIVATE;
import static dev.oin.sample.state.Weakness.SCIM_IGNORES_REACTIVATE;
import static dev.oin.sample.state.Weakness.SCIM_IGNORES_UPDATE;
import static dev.oin.sample.state.Weakness.SCIM_MISSING_ACTIVE;
import static dev.oin.sample.state.Weakness.SCIM_MISSING_EMAILS;
import static dev.oin.sample.state.Weakness.SCIM_MISSING_FAMILY_NAME;
import static dev.oin.sample.state.Weakness.SCIM_MISSING_GIVEN_NAME;
import static dev.oin.sample.state.Weakness.SCIM_MISSING_ID;
import static dev.oin.sample.state.Weakness.SCIM_MISSING_LIST_SCHEMA;
import static dev.oin.sample.state.Weakness.SCIM_MISSING_USER_NAME;
import static dev.oin.sample.state.Weakness.SCIM_NUMERIC_ERROR_STATUS;
import static dev.oin.sample.state.Weakness.SCIM_PASSWORD_RETURNED;
import static dev.oin.sample.state.Weakness.SCIM_REVOKE_IGNORED;
import static dev.oin.sample.state.Weakness.SCIM_STRING_COUNTS;
import static dev.oin.sample.state.Weakness.SCIM_WRONG_FAMILY_NAME;
import static dev.oin.sample.state.Weakness.SCIM_WRONG_GIVEN_NAME;
import static dev.oin.sample.state.Weakness.SCIM_WRONG_ID_ON_READ;
import static dev.oin.sample.state.Weakness.SCIM_WRONG_USER_NAME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sample.state.Connections;
import dev.oin.sample.state.Weakness;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the weaknesses that are on do to an answer that was right. */
@Component
class Distortions {

    private static final Map<Weakness, String> LEFT_OUT = Map.of(
            SCIM_MISSING_ID, "id",
            SCIM_MISSING_USER_NAME, "userName",
            SCIM_MISSING_ACTIVE, "active",
            SCIM_MISSING_EMAILS, "emails");

    private final Connections connections;

    Distortions(Connections connections) {
        this.connections = connections;
    }

    boolean has(Weakness weakness) {
        return connections.has(weakness);
    }

    /** A user as it is shown. */
    ObjectNode user(ObjectNode user) {
        LEFT_OUT.forEach((weakness, name) -> {
            if (has(weakness)) {
                user.remove(name);
            }
        });
        if (user.get("name") instanceof ObjectNode name) {
            if (has(SCIM_MISSING_GIVEN_NAME)) {
                name.remove("givenName");
            }
            if (has(SCIM_MISSING_FAMILY_NAME)) {
                name.remove("familyName");
            }
        }
        return user;
    }

    ObjectNode readUser(ObjectNode user) {
        if (has(SCIM_WRONG_ID_ON_READ)) {
            user.put("id", UUID.randomUUID().toString());
        }
        return user(user);
    }

    /** A new user's attributes as they are stored. */
    ObjectNode stored(ObjectNode profile) {
        if (has(SCIM_CREATE_INACTIVE)) {
            profile.put("active", false);
        }
        if (has(SCIM_WRONG_USER_NAME)) {
            profile.put("userName", "x-" + profile.path("userName").asText());
        }
        if (profile.get("name") instanceof ObjectNode name) {
            if (has(SCIM_WRONG_GIVEN_NAME)) {
                name.put("givenName", "Wrong" + name.path("givenName").asText());
            }
            if (has(SCIM_WRONG_FAMILY_NAME)) {
                name.put("familyName", "Wrong" + name.path("familyName").asText());
            }
        }
        return profile;
    }

    ObjectNode created(ObjectNode user, JsonNode sent) {
        if (has(SCIM_CREATE_WITHOUT_SCHEMAS)) {
            user.remove("schemas");
        }
        if (has(SCIM_PASSWORD_RETURNED) && sent.has("password")) {
            user.set("password", sent.get("password"));
        }
        return user(user);
    }

    /** A change of a user, as far as it is made. */
    ObjectNode changed(ObjectNode before, ObjectNode after) {
        boolean wasActive = before.path("active").asBoolean(true);
        boolean isActive = after.path("active").asBoolean(true);
        ObjectNode kept = has(SCIM_IGNORES_UPDATE) ? before.deepCopy().put("active", isActive) : after;
        given(before, kept);
        boolean ignored = (wasActive && !isActive && has(SCIM_IGNORES_DEACTIVATE))
                || (!wasActive && isActive && has(SCIM_IGNORES_REACTIVATE));
        return ignored ? kept.put("active", wasActive) : kept;
    }

    private void given(ObjectNode before, ObjectNode kept) {
        for (String name : new String[] {"roles", "entitlements"}) {
            JsonNode had = before.path(name).deepCopy();
            JsonNode has = kept.path(name);
            if (has.size() < had.size() && has(SCIM_REVOKE_IGNORED)) {
                kept.set(name, had);
            } else if (has.size() > had.size() && has(SCIM_GRANT_REPLACES)) {
                ((ArrayNode) has).removeIf(value -> contains(had, value));
            }
        }
    }

    private static boolean contains(JsonNode values, JsonNode wanted) {
        for (JsonNode value : values) {
            if (value.path("value").equals(wanted.path("value"))) {
                return true;
            }
        }
        return false;
    }

    /** A list of roles, licenses or sites. */
    ObjectNode offers(ObjectNode list) {
        return has(SCIM_ENTITLEMENT_STRING_COUNTS) ? asStrings(list) : list;
    }

    private static ObjectNode asStrings(ObjectNode list) {
        for (String count : new String[] {"totalResults", "startIndex", "itemsPerPage"}) {
            list.put(count, list.path(count).asText());
        }
        return list;
    }

    ObjectNode list(ObjectNode list) {
        if (has(SCIM_MISSING_LIST_SCHEMA)) {
            list.remove("schemas");
        }
        return has(SCIM_STRING_COUNTS) ? asStrings(list) : list;
    }

    ObjectNode error(ObjectNode error, int status) {
        if ((status == 401 && has(SCIM_401_WITHOUT_DETAIL)) || (status == 404 && has(SCIM_404_WITHOUT_DETAIL))) {
            error.remove("detail");
        }
        if ((status == 401 && has(SCIM_401_WITHOUT_SCHEMA)) || (status == 404 && has(SCIM_404_WITHOUT_SCHEMA))) {
            error.remove("schemas");
        }
        if (has(SCIM_NUMERIC_ERROR_STATUS)) {
            error.put("status", status);
        }
        if (has(SCIM_ERROR_WITHOUT_STATUS)) {
            error.remove("status");
        }
        return error;
    }
}
