package dev.oin.insight;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a submission at an element, in a phase, or on its whole journey.
 *
 * @param dueAt the date in force
 * @param promisedAt the date that was promised first
 * @param leftAt null while it is there
 */
public record Stay(
        SubmissionId submission,
        String integration,
        String process,
        String element,
        String waitsFor,
        List<Protocol> protocols,
        String kind,
        int round,
        int version,
        @Nullable AccountId assignee,
        Instant enteredAt,
        @Nullable Instant dueAt,
        @Nullable Instant promisedAt,
        @Nullable Instant leftAt) {

    public Stay {
        protocols = List.copyOf(protocols);
    }

    /** How long it has been, or was, there. */
    public Duration length(Instant now) {
        return Duration.between(enteredAt, leftAt == null ? now : leftAt);
    }

    /** Whether the date in force has passed while it was there. */
    public boolean isLate(Instant now) {
        return dueAt != null && (leftAt == null ? now : leftAt).isAfter(dueAt);
    }
}
