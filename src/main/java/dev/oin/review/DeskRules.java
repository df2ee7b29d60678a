package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.review.ReviewDesk.ReviewTask;
import dev.oin.submission.Submission;
import java.util.Optional;

/** Who may do what at the desk; pure. */
final class DeskRules {

    private DeskRules() {}

    /** Why the caller may not work on the submission; empty where it may. */
    static Optional<DeskAnswer> refusal(Caller caller, Submission submission) {
        return bar(caller, submission).map(DeskAnswer.Forbidden::new);
    }

    /** The same in words. */
    static Optional<String> bar(Caller caller, Submission submission) {
        if (!caller.isAnalyst()) {
            return Optional.of("Reviews are an analyst's.");
        }
        return caller.belongsTo(submission.organization())
                ? Optional.of("Nobody reviews a submission of the own organization.")
                : Optional.empty();
    }

    /** Why the caller may not act on the task; empty where it may, be it that nobody has claimed it yet. */
    static Optional<DeskAnswer> conflict(Caller caller, ReviewTask task, Chronicle names) {
        var assignee = task.assignee();
        return assignee == null || assignee.equals(caller.account())
                ? Optional.empty()
                : Optional.of(new DeskAnswer.Conflict(names.nameOf(assignee) + " holds this review."));
    }
}
