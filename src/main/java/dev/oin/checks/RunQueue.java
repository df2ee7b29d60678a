package dev.oin.checks;

import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;

/** Hands a run to the workers; implemented by the workflow, in the caller's transaction. */
public interface RunQueue {

    /** The run will be executed as soon as a worker is free. */
    void enqueue(SubmissionId submission, RunId run);
}
