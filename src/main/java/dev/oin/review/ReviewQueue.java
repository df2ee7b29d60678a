package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What waits for the team, read from our own table. */
public interface ReviewQueue {

    /** The item of the submission, where the team has it. */
    Optional<ReviewItem> find(SubmissionId submission);

    /** The items that match, by due date. */
    List<ReviewItem> list(Filter filter, int limit, int offset);

    /** How many items match. */
    int count(Filter filter);

    /**
     * Which items are wanted; null means any.
     *
     * @param overdueAt only what was due before
     */
    record Filter(
            @Nullable ReviewPhase phase,
            @Nullable AccountId assignee,
            boolean unclaimed,
            @Nullable Instant overdueAt) {

        /** Everything. */
        public static Filter all() {
            return new Filter(null, null, false, null);
        }
    }
}
