package dev.oin.kernel;

import java.util.UUID;

/** The id of an ISV organisation. */
public record OrganizationId(UUID value) implements EntityId {

    /** Reads the id from its canonical text. */
    public static OrganizationId of(String text) {
        return new OrganizationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
