package dev.oin.review;

import dev.oin.kernel.SubmissionId;

/** Ends what reviewers made for a QA. */
public interface RetireQa {

    /** QA has ended, however it did: nobody signs in there any more, and the clean-up is queued. Harmless where nothing is left. */
    void retire(SubmissionId submission);
}
