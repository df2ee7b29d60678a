package dev.oin.kernel;

import java.util.UUID;

/** The id of a person of a sandbox organisation. */
public record PersonId(UUID value) implements EntityId {

    /** Reads the id from its canonical text. */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
