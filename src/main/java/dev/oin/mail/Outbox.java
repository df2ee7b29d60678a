package dev.oin.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mails to be sent: put in within the transaction they tell of, delivered after it. */
public interface Outbox {

    /** Puts the mail in, unless one with its key is in already. */
    void enqueue(Mail mail);

    /** Mails that could not be delivered and are tried no more, latest first. */
    List<Undelivered> undelivered();

    /** Tries an undelivered mail again. */
    void retry(UUID id);

    /** Mails still waiting, and undelivered ones. */
    Backlog backlog();

    /** A mail that was given up. */
    record Undelivered(
            UUID id,
            String key,
            List<String> to,
            String subject,
            Instant createdAt,
            @Nullable String failure) {}

    /** How much is left. */
    record Backlog(int waiting, int undelivered) {}
}
