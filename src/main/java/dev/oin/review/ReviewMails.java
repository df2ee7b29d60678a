package dev.oin.review;

import dev.oin.kernel.SubmissionId;

/**
 * The mails of review-process 3, put into the outbox in the caller's transaction. Each is sent once per transition, however
 * often the step runs.
 */
public interface ReviewMails {

    /** M1 at first, M1b after a resubmission or reply, M1c for a catalog-only update; M12 to the team. */
    void sendReviewQueued(SubmissionId submission);

    /** M3: the initial review is passed, QA begins. */
    void sendReviewPassed(SubmissionId submission);

    /** M2 from the initial or catalog review, M4 from QA, the final review or the last look before publication, which the team is told of by M12. */
    void sendIssues(SubmissionId submission);

    /** M1b, M5 or M5b: the fix arrived, by the phase it goes to; M12 to the team. */
    void sendFixReceived(SubmissionId submission);

    /** M6: it is in the catalog. */
    void sendPublished(SubmissionId submission);

    /** M6b: the test credentials are deleted in a week. */
    void sendCredentialReminder(SubmissionId submission);

    /** M6b: the test credentials were deleted. */
    void sendCredentialsDeleted(SubmissionId submission);

    /** M7: withdrawn by the ISV. */
    void sendWithdrawn(SubmissionId submission);

    /** M9: rejected by a lead. */
    void sendRejected(SubmissionId submission);

    /** M10: the ISV has been silent; so many days are left before the submission is withdrawn. */
    void sendReminder(SubmissionId submission, int daysLeft);

    /** M10: withdrawn after 60 days of silence. */
    void sendSilenceWithdrawal(SubmissionId submission);

    /** M11: the team moved its date, with the reason. */
    void sendDateMoved(SubmissionId submission);

    /** M11 to the ISV with a new date, and a notice to the leads: the promised date has passed. */
    void sendOverdue(SubmissionId submission);
}
