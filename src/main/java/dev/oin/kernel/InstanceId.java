package dev.oin.kernel;

import java.util.UUID;

/** The id of an instance, that is an installed copy of an integration in the sandbox. */
public record InstanceId(UUID value) implements EntityId {

    /** Reads the id from its canonical text. */
    public static InstanceId of(String text) {
        return new InstanceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
