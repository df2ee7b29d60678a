package dev.oin.checks;

import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;

/** Stops runs; what has a result keeps it. */
public interface CancelRuns {

    /** Cancels the run; false where it was over already. */
    boolean cancel(RunId run, String reason);

    /** Cancels whatever of the submission is queued or running on the ISV's behalf, in the caller's transaction. */
    void cancelUnfinished(SubmissionId submission, String reason);
}
