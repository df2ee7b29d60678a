package dev.oin.submission;

import dev.oin.kernel.SubmissionId;

/** What has to be taken back in the world outside before a draft is deleted, as long as it is still known how. */
public interface BeforeDraftGoes {

    /** Takes back as much as can be; called outside of any transaction. */
    void takeBack(SubmissionId draft);
}
