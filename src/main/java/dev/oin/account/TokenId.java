package dev.oin.account;

import dev.oin.kernel.EntityId;
import java.util.UUID;

/** The id of an API token; not the token. */
public record TokenId(UUID value) implements EntityId {

    /** Reads the id from its canonical text. */
    public static TokenId of(String text) {
        return new TokenId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
