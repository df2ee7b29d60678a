package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.Ids;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ReviewDesk.Outcome;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Approves, returns or rejects, in any of the team's phases, and moves the process. */
@Component
public class DecideReview {

    private final Submissions submissions;
    private final ReviewDesk desk;
    private final QueueRows queue;
    private final IssueRows issues;
    private final DecisionRows decisions;
    private final Checklists checklists;
    private final QaFindings findings;
    private final FindEvidence evidence;
    private final Chronicle chronicle;
    private final Ids ids;
    private final Clock clock;

    DecideReview(
            Submissions submissions,
            ReviewDesk desk,
            QueueRows queue,
            IssueRows issues,
            DecisionRows decisions,
            Checklists checklists,
            QaFindings findings,
            FindEvidence evidence,
            Chronicle chronicle,
            Ids ids,
            Clock clock) {
        this.submissions = submissions;
        this.desk = desk;
        this.queue = queue;
        this.issues = issues;
        this.decisions = decisions;
        this.checklists = checklists;
        this.findings = findings;
        this.evidence = evidence;
        this.chronicle = chronicle;
        this.ids = ids;
        this.clock = clock;
    }

    /** Decides on the open review task; claims it first where nobody has. */
    @Transactional
    public DeskAnswer decide(SubmissionId id, Decision decision, Caller caller) {
        var found = submissions.find(id);
        if (found.isEmpty()) {
            return new DeskAnswer.Unknown();
        }
        var submission = found.get();
        var refusal = DeskRules.refusal(caller, submission).or(() -> roleRefusal(decision, caller));
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
                .orElseGet(() -> record(submission, item.get(), decision, caller));
    }

    private static Optional<DeskAnswer> roleRefusal(Decision decision, Caller caller) {
        return decision.outcome() == Outcome.REJECT && !caller.isLead()
                ? Optional.of(new DeskAnswer.Forbidden("Only a lead rejects a submission."))
                : Optional.empty();
    }

    private Optional<DeskAnswer> obstacle(Submission submission, ReviewItem item, Decision decision) {
        return switch (decision.outcome()) {
            case APPROVE -> obstacleToApproval(submission, item, decision);
            case RETURN -> obstacleToReturn(submission, decision);
            case REJECT ->
                decision.note().isBlank()
                        ? refuse("Say in the note why it is rejected; the ISV reads it.")
                        : Optional.empty();
        };
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

    private DeskAnswer record(Submission submission, ReviewItem item, Decision decision, Caller caller) {
        var id = submission.id();
        var now = clock.instant();
        desk.assign(id, caller.account());
        queue.assign(id, caller.account());
        var origin = new IssueRows.Origin(item.phase(), submission.round(), submission.submittedVersion());
        if (!decision.findings().isEmpty()) {
            var known = evidence.of(submission);
            decision.findings()
                    .forEach(finding ->
                            issues.raise(id, origin, finding, known.behind(finding.check()), caller.account(), now));
        }
        decisions.add(new RecordedDecision(
                ids.next(),
                id,
                item.phase(),
                submission.round(),
                submission.submittedVersion(),
                decision.outcome(),
                decision.note(),
                caller.account(),
                now));
        desk.decided(id, decision.outcome(), caller.account());
        return new DeskAnswer.Done();
    }
}
