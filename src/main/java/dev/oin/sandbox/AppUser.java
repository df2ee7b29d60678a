package dev.oin.sandbox;

import java.util.List;

/**
 * A person as one app is told of them: the values of the app's attributes.
 *
 * @param externalId what the person is called towards the app
 * @param values by the attributes' paths, such as {@code name.givenName}; without those that have no value
 * @param empty the attributes that have no value
 * @param missing the attributes without a value that need one
 * @param entitlements the roles and entitlements that they have there
 */
public record AppUser(
        String externalId,
        String displayName,
        List<Value> values,
        List<String> empty,
        List<String> missing,
        List<Entitlement> entitlements) {

    public AppUser {
        values = List.copyOf(values);
        empty = List.copyOf(empty);
        missing = List.copyOf(missing);
        entitlements = List.copyOf(entitlements);
    }

    /** The same person with these roles and entitlements. */
    public AppUser with(List<Entitlement> granted) {
        return new AppUser(externalId, displayName, values, empty, missing, granted);
    }

    /** An attribute of the app with its value. */
    public record Value(String target, String text) {}

    /** The name that the app knows the person by. */
    public String userName() {
        return values.stream()
                .filter(value -> value.target().equals("userName"))
                .map(Value::text)
                .findFirst()
                .orElse("");
    }
}
