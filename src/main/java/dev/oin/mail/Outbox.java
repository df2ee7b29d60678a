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

    /** Mails that did not reach all their readers, or not yet, latest first: those of one thread, or of all where it is null. */
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
     */
    record Bounce(UUID id, String thread, List<String> to, String subject, Instant at, String reason, Fate fate) {

        /** Whether it reached nobody and can be sent again. */
        public boolean isGivenUp() {
            return fate == Fate.GIVEN_UP;
        }

        /** Whether it may still arrive. */
        public boolean isDelayed() {
            return fate == Fate.DELAYED;
        }
    }

    /** Why a mail is not with its reader. */
    enum Fate {
        REFUSED,
        GIVEN_UP,
        DELAYED
    }

    /** How much is left. */
    record Backlog(int waiting, int undelivered) {}
}
