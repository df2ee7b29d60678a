package dev.oin.gate;

import dev.oin.submission.Submission;

/** What came of the wish to submit. */
public sealed interface SubmitOutcome {

    /** The submission is with the team. */
    record Submitted(Submission submission) implements SubmitOutcome {}

    /** The gate is closed; its unmet requirements say why. */
    record Closed(Gate gate) implements SubmitOutcome {}

    /** Somebody saved in between; the caller has not seen what would be submitted. */
    record Stale(Submission current) implements SubmitOutcome {}

    /** The caller's organisation has no such submission. */
    record Unknown() implements SubmitOutcome {}
}
