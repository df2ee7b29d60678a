package dev.oin.kernel;

import java.util.UUID;

/** The id of a person who signs in to the product: a member of an ISV organisation or of the staff. */
public record AccountId(UUID value) implements EntityId {

    /** Reads the id from its canonical text. */
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
