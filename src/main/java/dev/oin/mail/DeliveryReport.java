package dev.oin.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server says became of a mail of ours after it had been taken (RFC 3464).
 *
 * @param mail the mail, by its Message-ID
 */
record DeliveryReport(UUID mail, List<Fate> fates) {

    DeliveryReport {
        fates = List.copyOf(fates);
    }

    /** What became of it for a reader. */
    enum Action {
        FAILED,
        DELAYED,
        DELIVERED
    }

    /**
     * What became of it for one reader.
     *
     * @param addresses the reader's, as the server knows it and as it was written to
     * @param words the status code and what the last server said
     * @param retriedUntil when the server gives up; null where it does not say
     */
    record Fate(
            List<String> addresses,
            Action action,
            String words,
            @Nullable Instant retriedUntil) {

        Fate {
            addresses = List.copyOf(addresses);
        }
    }
}
