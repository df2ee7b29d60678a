package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ReviewDesk.Outcome;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Approves, returns or proposes to reject, in any of the team's phases, and moves the process. */
@Component
public class DecideReview {

    private final Submissions submissions;
    private final ReviewDesk desk;
    private final QueueRows queue;
    private final IssueRows issues;
    private final Checklists checklists;
    private final QaFindings findings;
    private final RecordDecision record;
    private final RejectSubmission reject;
    private final Chronicle chronicle;

    DecideReview(
            Submissions submissions,
            ReviewDesk desk,
            QueueRows queue,
            IssueRows issues,
            Checklists checklists,
            QaFindings findings,
            RecordDecision record,
            RejectSubmission reject,
            Chronicle chronicle) {
        this.submissions = submissions;
        this.desk = desk;
        this.queue = queue;
        this.issues = issues;
        this.checklists = checklists;
        this.findings = findings;
        this.record = record;
        this.reject = reject;
        this.chronicle = chronicle;
    }

    /** Decides on the open review task; claims it first where nobody has. */
    @Transactional
    public DeskAnswer decide(SubmissionId id, Decision decision, Caller caller) {
        var found = submissions.find(id);
        if (found.isEmpty()) {
            return new DeskAnswer.Unknown();
        }
        var submission = found.get();
        var refusal = DeskRules.refusal(caller, submission);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var task = desk.taskOf(id);
        var item = queue.find(id);
        if (task.isEmpty() || item.isEmpty()) {
            return new DeskAnswer.Conflict("No review of this submission is open.");
        }
        return DeskRules.conflict(caller, task.get(), chronicle)
                .or(() -> obstacle(submission, item.get(), decision))
                .orElseGet(() -> carryOut(submission, item.get(), decision, caller));
    }

    private Optional<DeskAnswer> obstacle(Submission submission, ReviewItem item, Decision decision) {
        return switch (decision.outcome()) {
            case APPROVE -> obstacleToApproval(submission, item, decision);
            case RETURN -> obstacleToReturn(submission, decision);
            case REJECT -> Optional.empty();
        };
    }

    /** A rejection needs four eyes: this only proposes it. */
    private DeskAnswer carryOut(Submission submission, ReviewItem item, Decision decision, Caller caller) {
        if (decision.outcome() == Outcome.REJECT) {
            return reject.propose(submission, decision.note(), caller);
        }
        record.record(submission, item, decision, caller);
        return new DeskAnswer.Done();
    }

    private Optional<DeskAnswer> obstacleToApproval(Submission submission, ReviewItem item, Decision decision) {
        if (decision.hasMustFix() || issues.of(submission.id()).stream().anyMatch(Issue::isOpenMustFix)) {
            return refuse("An issue that must be fixed is open: return the submission, or close the issue.");
        }
        var entries = checklists.entries(submission, item.phase());
        var open = entries.stream()
                .filter(ChecklistEntry::isOpen)
                .map(ChecklistEntry::id)
                .toList();
        if (!open.isEmpty()) {
            return refuse("The checklist has %d open items: %s.".formatted(open.size(), String.join(", ", open)));
        }
        var failed = entries.stream()
                .filter(entry -> entry.result() == ChecklistEntry.Result.FAIL)
                .map(ChecklistEntry::id)
                .toList();
        if (!failed.isEmpty()) {
            return refuse("Items of the checklist have failed: %s.".formatted(String.join(", ", failed)));
        }
        return findings.obstacle(submission, item.phase()).map(DeskAnswer.Conflict::new);
    }

    private Optional<DeskAnswer> obstacleToReturn(Submission submission, Decision decision) {
        return decision.findings().isEmpty()
                        && issues.of(submission.id()).stream().noneMatch(Issue::isOpen)
                ? refuse("Nothing to return: raise an issue first.")
                : Optional.empty();
    }

    private static Optional<DeskAnswer> refuse(String because) {
        return Optional.of(new DeskAnswer.Conflict(because));
    }
}
