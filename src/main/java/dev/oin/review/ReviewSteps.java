package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the process does at the review desk; called by the workflow in its transaction. Every step may run twice and does
 * no harm then.
 */
public interface ReviewSteps {

    /** The submission waits for the team in the phase; answers by when the team promises to be done. */
    Instant queue(SubmissionId submission, ReviewPhase phase);

    /** The review task was created: {@code initialReview}, {@code verifyInQa} or {@code catalogReview}. */
    void opened(SubmissionId submission, String task);

    /** The review task was given to somebody, or put back into the queue. */
    void assigned(SubmissionId submission, @Nullable AccountId assignee);

    /** Who returned it with issues before, and goes on with it now that the fix is there. */
    Optional<AccountId> reviewerToReturnTo(SubmissionId submission);

    /** Whether a decision was recorded in this transaction; nobody completes a review task without one. */
    boolean hasDecision(SubmissionId submission);

    /** Takes the recorded decision, and the submission off the team's queue; issues become visible to the ISV. */
    ReviewDesk.Outcome recordDecision(SubmissionId submission, ReviewPhase phase);

    /** In which phase the issues were raised that the ISV is resolving; empty where none is open. */
    Optional<ReviewPhase> raisedIn(SubmissionId submission);

    /** The automated checks of QA have ended; their verdicts are put beside the checklist. */
    void summariseChecks(SubmissionId submission);

    /** What stopped a publication becomes issues of the pipeline's own, of the final or the catalog review. */
    void raisePublicationIssues(SubmissionId submission, List<String> reasons);

    /** The ISV took it back, or was silent for too long: off the team's queue, open issues are closed. */
    void withdrawn(SubmissionId submission);

    /** The submission ended, published or rejected: its test credentials are deleted 30 days later. */
    void keepCredentialsUntil(SubmissionId submission, Instant deletion);

    /** Deletes the test account's password and the secrets used for review only. */
    void deleteTestCredentials(SubmissionId submission);
}
