package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The engine's side of review; implemented by the workflow, in the caller's transaction. */
public interface ReviewDesk {

    /** The open review task of the submission, if the team has one. */
    Optional<ReviewTask> taskOf(SubmissionId submission);

    /** Gives the task to the account; null puts it back into the queue. */
    void assign(SubmissionId submission, @Nullable AccountId assignee);

    /** Completes the open review task with the decision that was recorded in this transaction. */
    void decided(SubmissionId submission, Outcome outcome, AccountId by);

    /** The ISV fixed its app and replied without an edit (T5, T9). */
    void replied(SubmissionId submission, AccountId by);

    /** The ISV takes the submission back (T14). */
    void withdraw(SubmissionId submission, AccountId by);

    /** Moves the open task's due date and re-arms its timer. */
    void moveDueDate(SubmissionId submission, Instant due);

    /** What the reviewer decided. */
    enum Outcome {
        APPROVE,
        RETURN,
        REJECT
    }

    /**
     * An open review task.
     *
     * @param definition the id of the user task: {@code initialReview}, {@code verifyInQa} or {@code catalogReview}
     */
    record ReviewTask(
            String definition,
            @Nullable AccountId assignee,
            Instant created,
            @Nullable Instant due) {}
}
