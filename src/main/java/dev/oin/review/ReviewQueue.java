package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Protocol;
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

    /** How many items there are in all, of the caller, unclaimed and late. */
    Counts counts(AccountId caller, Instant now);

    /**
     * Which items are wanted; null means any.
     *
     * @param overdueAt only what was due before
     * @param words what name or organisation holds; empty means any
     */
    record Filter(
            @Nullable ReviewPhase phase,
            @Nullable AccountId assignee,
            boolean unclaimed,
            @Nullable Instant overdueAt,
            @Nullable Protocol protocol,
            String words) {

        /** By phase and holder alone. */
        public Filter(
                @Nullable ReviewPhase phase,
                @Nullable AccountId assignee,
                boolean unclaimed,
                @Nullable Instant overdueAt) {
            this(phase, assignee, unclaimed, overdueAt, null, "");
        }

        /** Everything. */
        public static Filter all() {
            return new Filter(null, null, false, null);
        }
    }

    /** The sizes of the usual lists. */
    record Counts(int all, int mine, int unclaimed, int late) {}
}
