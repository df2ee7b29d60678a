package dev.oin.submission;

import dev.oin.kernel.SubmissionId;

/** Projects the engine's position onto the submission; called by the workflow when a token enters or leaves a stage. */
public interface MoveSubmission {

    /** The submission is in the state now; harmless if it already was. */
    void into(SubmissionId submission, SubmissionState state);
}
