package dev.oin.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** Mails that did not reach all their readers, latest first: those of one thread, or of all where it is null. */
    List<Bounce> bounces(@Nullable String thread, int limit);

    /** Since when mails wait that were tried and not taken; empty while delivery keeps up. */
    Optional<Instant> lateSince();

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

    /**
     * A mail that did not reach somebody.
     *
     * @param to whom it did not reach
     * @param givenUp whether it reached nobody and can be sent again
     */
    record Bounce(
            UUID id, String thread, List<String> to, String subject, Instant at, String reason, boolean givenUp) {}

    /** How much is left. */
    record Backlog(int waiting, int undelivered) {}
}
