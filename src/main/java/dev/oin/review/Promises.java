package dev.oin.review;

import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All dates that the team promised. */
public interface Promises {

    /** The submission's promises, oldest first. */
    List<Promise> of(SubmissionId submission);

    /** By when the team's current phase ends; empty while the submission is with the ISV or at its end. */
    Optional<Instant> expectedDate(SubmissionId submission);
}
