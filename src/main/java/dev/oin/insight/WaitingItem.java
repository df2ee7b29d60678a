package dev.oin.insight;

import dev.oin.kernel.SubmissionId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a submission at an element.
 *
 * @param leftAt null while it is there
 */
public record WaitingItem(
        SubmissionId submission,
        String integration,
        String process,
        String element,
        String waitsFor,
        int round,
        Instant enteredAt,
        @Nullable Instant dueAt,
        @Nullable Instant leftAt) {

    /** How long it has been, or was, there. */
    public Duration stay(Instant now) {
        return Duration.between(enteredAt, leftAt == null ? now : leftAt);
    }

    /** Whether the promised date has passed while it was there. */
    public boolean isLate(Instant now) {
        return dueAt != null && (leftAt == null ? now : leftAt).isAfter(dueAt);
    }
}
