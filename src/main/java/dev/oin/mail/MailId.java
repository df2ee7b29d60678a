package dev.oin.mail;

import dev.oin.kernel.EntityId;
import java.util.UUID;

/** The id of a mail in the outbox; also its business key in the process engine. */
public record MailId(UUID value) implements EntityId {

    /** Reads the id from its canonical text. */
    public static MailId of(String text) {
        return new MailId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
