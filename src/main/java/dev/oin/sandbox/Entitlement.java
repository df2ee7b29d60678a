package dev.oin.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A role or entitlement that an app offers and a person can have.
 *
 * @param attribute the attribute of the app's user that holds it
 * @param value the app's id of it
 * @param display what people read
 * @param type of an entitlement, the resource type that lists it; null of a role
 */
public record Entitlement(
        Attribute attribute,
        String value,
        String display,
        @Nullable String type) {

    /** Where users hold what they were given. */
    public enum Attribute {
        ROLES("roles"),
        ENTITLEMENTS("entitlements");

        private final String path;

        Attribute(String path) {
            this.path = path;
        }

        /** The attribute's name in a user. */
        public String path() {
            return path;
        }
    }

    /** Tells it from all others of the app, such as {@code roles/hr-editor}. */
    public String key() {
        return attribute.path() + '/' + value;
    }

    /** What the key names, without what people read. */
    public static Entitlement ofKey(String key) {
        var attribute = key.startsWith(Attribute.ROLES.path() + '/') ? Attribute.ROLES : Attribute.ENTITLEMENTS;
        return new Entitlement(attribute, key.substring(attribute.path().length() + 1), "", null);
    }

    /** Whether both are the same one, whatever it is called. */
    public boolean isSame(Entitlement other) {
        return attribute == other.attribute && value.equals(other.value);
    }
}
