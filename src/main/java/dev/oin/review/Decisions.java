package dev.oin.review;

import dev.oin.kernel.SubmissionId;
import java.util.List;
import java.util.Optional;

/** All decisions of the team. */
public interface Decisions {

    /** The submission's decisions, oldest first. */
    List<RecordedDecision> of(SubmissionId submission);

    /** The latest decision. */
    default Optional<RecordedDecision> latest(SubmissionId submission) {
        var all = of(submission);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
