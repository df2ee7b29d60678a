package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may act beside the open task of QA. */
@Component
class QaTask {

    private static final String TASK = "verifyInQa";

    private final Submissions submissions;
    private final ReviewDesk desk;
    private final Chronicle chronicle;

    QaTask(Submissions submissions, ReviewDesk desk, Chronicle chronicle) {
        this.submissions = submissions;
        this.desk = desk;
        this.chronicle = chronicle;
    }

    /** Why the caller may not; empty where it may, be it that nobody has claimed the task yet. */
    Optional<DeskAnswer> refusal(SubmissionId id, Caller caller) {
        return caller.isStaff()
                ? submissions
                        .find(id)
                        .map(submission -> refusal(submission, caller))
                        .orElseGet(() -> Optional.of(new DeskAnswer.Unknown()))
                : Optional.of(new DeskAnswer.Unknown());
    }

    private Optional<DeskAnswer> refusal(Submission submission, Caller caller) {
        return DeskRules.refusal(caller, submission)
                .or(() -> desk.taskOf(submission.id())
                        .filter(open -> open.definition().equals(TASK))
                        .map(open -> DeskRules.conflict(caller, open, chronicle))
                        .orElseGet(() -> Optional.of(
                                new DeskAnswer.Conflict("This can be done only while QA waits for its verdict."))));
    }
}
