package dev.oin.review;

import dev.oin.checks.RunFinished;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.ContentSaved;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Settles an issue when the check that raised it passes, and opens it again when it fails anew. */
@Component
class SettleIssues {

    private final Submissions submissions;
    private final IssueRows issues;
    private final FindEvidence evidence;
    private final Chronicle chronicle;
    private final Clock clock;

    SettleIssues(Submissions submissions, IssueRows issues, FindEvidence evidence, Chronicle chronicle, Clock clock) {
        this.submissions = submissions;
        this.issues = issues;
        this.evidence = evidence;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void on(ContentSaved saved) {
        settle(saved.submission());
    }

    @EventListener
    @Transactional
    public void on(RunFinished finished) {
        settle(finished.submission());
    }

    /** Looks at the issues that a check raised. */
    @Transactional
    public void settle(SubmissionId id) {
        var raisedByChecks = issues.of(id).stream()
                .filter(issue -> issue.isSent() && issue.evidence().byCheck() && issue.status() != Issue.Status.CLOSED)
                .toList();
        if (!raisedByChecks.isEmpty()) {
            submissions.find(id).ifPresent(submission -> settle(submission, raisedByChecks));
        }
    }

    private void settle(Submission submission, List<Issue> raisedByChecks) {
        var known = evidence.of(submission);
        for (var issue : raisedByChecks) {
            known.passes(issue).ifPresent(passes -> settle(submission, issue, passes));
        }
    }

    private void settle(Submission submission, Issue issue, boolean passes) {
        var isFixed = issue.status() == Issue.Status.FIXED;
        if (passes == isFixed) {
            return;
        }
        var now = clock.instant();
        issues.setStatus(issue.id(), passes ? Issue.Status.FIXED : Issue.Status.OPEN, now);
        chronicle.note(
                submission,
                "issue-%d-%s-%s".formatted(issue.number(), passes ? "fixed" : "open", now),
                passes ? "ISSUE_FIXED" : "ISSUE_OPEN_AGAIN",
                passes
                        ? "Issue #%d is fixed: %s passes.".formatted(issue.number(), issue.check())
                        : "Issue #%d is open again: %s fails.".formatted(issue.number(), issue.check()),
                null);
    }
}
