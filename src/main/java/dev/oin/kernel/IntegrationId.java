package dev.oin.kernel;

import java.util.UUID;

/** The id of an integration, that is what customers install. */
public record IntegrationId(UUID value) implements EntityId {

    /** Reads the id from its canonical text. */
    public static IntegrationId of(String text) {
        return new IntegrationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
