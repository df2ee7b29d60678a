package dev.oin.sandbox.scim;

import dev.oin.kernel.PersonId;

/** What an app was told of, so that it can be told again how that stands. */
sealed interface Matter {

    /** Whether and how the person is in the app. */
    record OfPerson(PersonId person) implements Matter {}

    /**
     * Whether the person has a role or entitlement.
     *
     * @param key tells it from all others of the app
     */
    record OfEntitlement(PersonId person, String key) implements Matter {}

    /** What a group is to be in the app. */
    record OfGroup(String group, Order order) implements Matter {}

    /** Something that is not kept, such as a password. */
    record Unrepeatable() implements Matter {}

    /** What becomes of a group in the app. */
    enum Order {
        FOLLOW,
        OVERWRITE,
        DELETE
    }
}
