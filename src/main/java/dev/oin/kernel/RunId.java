package dev.oin.kernel;

import java.util.UUID;

/** The id of a run of checks. */
public record RunId(UUID value) implements EntityId {

    /** Reads the id from its canonical text. */
    public static RunId of(String text) {
        return new RunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
