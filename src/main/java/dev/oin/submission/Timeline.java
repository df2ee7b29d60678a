package dev.oin.submission;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that happened to a submission; append-only, readable by its owner and the team. */
public interface Timeline {

    /** Adds an event; {@code key} makes a repeated recording harmless. */
    void record(Event event);

    /** All events, oldest first. */
    List<Event> of(SubmissionId submission);

    /**
     * One event.
     *
     * @param key unique per submission; the same key is recorded once
     * @param what a past fact, such as {@code SUBMITTED} or {@code ISSUES_SENT}
     * @param text one sentence for people
     * @param by who did it; null for the pipeline itself
     */
    record Event(
            SubmissionId submission,
            String key,
            String what,
            String text,
            @Nullable AccountId by,
            @Nullable Integer version,
            Instant at) {}
}
