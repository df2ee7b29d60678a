package dev.oin.kernel;

import java.util.UUID;

/** The id of an issue raised by the team. */
public record IssueId(UUID value) implements EntityId {

    /** Reads the id from its canonical text. */
    public static IssueId of(String text) {
        return new IssueId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
