package dev.oin.sandbox;

import dev.oin.kernel.SubmissionId;

/** Keeps a submission's instances as they are while the team works with them. */
public interface HoldInstances {

    /** The ISV can no longer change or delete them. */
    void hold(SubmissionId submission);

    /** The ISV can again. */
    void release(SubmissionId submission);
}
