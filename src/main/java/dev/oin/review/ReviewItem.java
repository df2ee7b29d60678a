package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submission that waits for the team, as the queue shows it.
 *
 * @param task the open user task; null while automated checks run
 */
public record ReviewItem(
        SubmissionId submission,
        ReviewPhase phase,
        int round,
        @Nullable String task,
        @Nullable AccountId assignee,
        Instant enteredAt,
        Instant dueAt) {

    /** Whether the promised time has passed. */
    public boolean isOverdue(Instant now) {
        return now.isAfter(dueAt);
    }
}
