package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.Ids;
import dev.oin.submission.Submission;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Writes a decision down with its issues, and moves the process, in the caller's transaction. */
@Component
class RecordDecision {

    private final ReviewDesk desk;
    private final QueueRows queue;
    private final IssueRows issues;
    private final DecisionRows decisions;
    private final FindEvidence evidence;
    private final RejectionRows proposals;
    private final Ids ids;
    private final Clock clock;

    RecordDecision(
            ReviewDesk desk,
            QueueRows queue,
            IssueRows issues,
            DecisionRows decisions,
            FindEvidence evidence,
            RejectionRows proposals,
            Ids ids,
            Clock clock) {
        this.desk = desk;
        this.queue = queue;
        this.issues = issues;
        this.decisions = decisions;
        this.evidence = evidence;
        this.proposals = proposals;
        this.ids = ids;
        this.clock = clock;
    }

    void record(Submission submission, ReviewItem item, Decision decision, Caller caller) {
        var id = submission.id();
        var now = clock.instant();
        desk.assign(id, caller.account());
        queue.assign(id, caller.account());
        proposals.end(id, RejectionRows.Ending.OVERTAKEN, caller.account(), now);
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
    }
}
