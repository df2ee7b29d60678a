package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.Submissions;
import dev.oin.submission.TestCredentials;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps queue, issues and promises in step with the process. */
@Component
@Transactional
class StepsAtDesk implements ReviewSteps {

    private final Submissions submissions;
    private final QueueRows queue;
    private final PromiseRows promises;
    private final IssueRows issues;
    private final DecisionRows decisions;
    private final ChecklistRows checklist;
    private final ReopenChecklist reopenChecklist;
    private final SettleIssues settleIssues;
    private final LookRows looks;
    private final DescribeReview describe;
    private final RejectionRows rejections;
    private final ExpectedDates dates;
    private final CredentialRows deletions;
    private final TestCredentials credentials;
    private final Chronicle chronicle;
    private final Duration keepCredentials;
    private final Clock clock;

    StepsAtDesk(
            Submissions submissions,
            QueueRows queue,
            PromiseRows promises,
            IssueRows issues,
            DecisionRows decisions,
            ChecklistRows checklist,
            ReopenChecklist reopenChecklist,
            SettleIssues settleIssues,
            LookRows looks,
            DescribeReview describe,
            RejectionRows rejections,
            ExpectedDates dates,
            CredentialRows deletions,
            TestCredentials credentials,
            Chronicle chronicle,
            ReviewProperties properties,
            Clock clock) {
        this.submissions = submissions;
        this.queue = queue;
        this.promises = promises;
        this.issues = issues;
        this.decisions = decisions;
        this.checklist = checklist;
        this.reopenChecklist = reopenChecklist;
        this.settleIssues = settleIssues;
        this.looks = looks;
        this.describe = describe;
        this.rejections = rejections;
        this.dates = dates;
        this.deletions = deletions;
        this.credentials = credentials;
        this.chronicle = chronicle;
        this.keepCredentials = properties.keepCredentials();
        this.clock = clock;
    }

    @Override
    public Instant queue(SubmissionId id, ReviewPhase phase) {
        var submission = submissions.get(id);
        var waiting = queue.find(id).filter(item -> item.phase() == phase && item.round() == submission.round());
        return waiting.map(ReviewItem::dueAt).orElseGet(() -> enter(submission, phase));
    }

    private Instant enter(Submission submission, ReviewPhase phase) {
        var id = submission.id();
        var now = clock.instant();
        var due = dates.promise(
                isFollowUp(id, phase) ? ReviewPhase.FINAL : phase,
                submission.content().protocols(),
                now);
        deletions.cancelSweep(id);
        promises.add(new Promise(id, phase, submission.round(), due, null, null, now));
        issues.moveAll(id, Issue.Status.OPEN, Issue.Status.ANSWERED, now);
        settleIssues.settle(id);
        reopenChecklist.after(submission, phase);
        looks.wish(id, now);
        var subject = describe.subject(submission, phase);
        queue.add(
                new ReviewItem(id, phase, submission.round(), null, null, now, due, subject, ReviewItem.Handover.NONE));
        chronicle.note(
                submission, "entered-" + phase + "-" + now, phase + "_QUEUED", phase.label() + " was queued.", null);
        return due;
    }

    /** A fix keeps its place: it is looked at as fast as a final review. */
    private boolean isFollowUp(SubmissionId id, ReviewPhase phase) {
        return decisions.of(id).stream()
                .anyMatch(past -> past.phase() == phase && past.outcome() == ReviewDesk.Outcome.RETURN);
    }

    @Override
    public void opened(SubmissionId submission, String task) {
        queue.open(submission, task);
    }

    @Override
    public void assigned(SubmissionId submission, @Nullable AccountId assignee) {
        queue.assign(submission, assignee);
    }

    @Override
    public Optional<AccountId> reviewerToReturnTo(SubmissionId submission) {
        return queue.find(submission)
                .flatMap(item -> decisions.of(submission).stream()
                        .filter(past -> past.outcome() == ReviewDesk.Outcome.RETURN)
                        .filter(past ->
                                past.phase().returnedState() == item.phase().returnedState())
                        .map(RecordedDecision::decidedBy)
                        .reduce((earlier, later) -> later));
    }

    @Override
    public boolean hasDecision(SubmissionId submission) {
        return decisions.hasOpen(submission);
    }

    @Override
    public ReviewDesk.Outcome recordDecision(SubmissionId id, ReviewPhase phase) {
        var decision = decisions
                .latest(id)
                .filter(latest -> latest.phase() == phase)
                .orElseThrow(() -> new IllegalStateException("No decision of " + phase + " on " + id));
        if (decisions.hasOpen(id)) {
            decisions.take(id);
            settle(submissions.get(id), decision);
        }
        return decision.outcome();
    }

    private void settle(Submission submission, RecordedDecision decision) {
        var id = submission.id();
        var now = clock.instant();
        queue.remove(id);
        switch (decision.outcome()) {
            case APPROVE -> {
                issues.send(id, now);
                issues.moveAll(id, Issue.Status.OPEN, Issue.Status.CLOSED, now);
                issues.moveAll(id, Issue.Status.ANSWERED, Issue.Status.CLOSED, now);
                issues.moveAll(id, Issue.Status.FIXED, Issue.Status.CLOSED, now);
            }
            case RETURN -> {
                issues.send(id, now);
                issues.moveAll(id, Issue.Status.ANSWERED, Issue.Status.CLOSED, now);
                issues.moveAll(id, Issue.Status.FIXED, Issue.Status.CLOSED, now);
            }
            case REJECT -> issues.send(id, now);
        }
        chronicle.decided(submission, decision);
    }

    @Override
    public Optional<ReviewPhase> raisedIn(SubmissionId submission) {
        return issues.unanswered(submission).stream()
                .map(Issue::phase)
                .reduce((earlier, later) -> later)
                .map(raised -> decisions
                        .latest(submission)
                        .filter(latest -> latest.outcome() == ReviewDesk.Outcome.RETURN)
                        .map(RecordedDecision::phase)
                        .orElse(raised));
    }

    @Override
    public void summariseChecks(SubmissionId id) {
        var submission = submissions.get(id);
        chronicle.note(
                submission,
                "qa-checks-" + submission.round() + "-" + decisions.of(id).size(),
                "QA_CHECKS_ENDED",
                "The automated checks of QA have ended.",
                null);
    }

    @Override
    public void raisePublicationIssues(SubmissionId id, List<String> reasons) {
        var submission = submissions.get(id);
        var phase = submission.kind() == SubmissionKind.CATALOG ? ReviewPhase.CATALOG : ReviewPhase.FINAL;
        var origin = new IssueRows.Origin(phase, submission.round(), submission.submittedVersion());
        var known = issues.unanswered(id).stream().map(Issue::text).toList();
        for (var reason : reasons) {
            if (!known.contains(reason)) {
                issues.raise(
                        id,
                        origin,
                        new Finding("PUBLICATION", null, Issue.Severity.MUST_FIX, reason),
                        Issue.Evidence.NONE,
                        null,
                        clock.instant());
            }
        }
        issues.send(id, clock.instant());
        chronicle.note(
                submission,
                "publication-stopped-" + clock.instant(),
                "PUBLICATION_STOPPED",
                "It could not be published: %s".formatted(String.join(" ", reasons)),
                null);
    }

    @Override
    public void withdrawn(SubmissionId id) {
        queue.remove(id);
        rejections.end(id, RejectionRows.Ending.OVERTAKEN, null, clock.instant());
        issues.dropUnsent(id);
        issues.moveAll(id, Issue.Status.OPEN, Issue.Status.CLOSED, clock.instant());
        issues.moveAll(id, Issue.Status.ANSWERED, Issue.Status.CLOSED, clock.instant());
        checklist.forget(id);
        deletions.planSweep(id, clock.instant().plus(keepCredentials));
    }

    @Override
    public void keepCredentialsUntil(SubmissionId submission, Instant deletion) {
        deletions.plan(submission, deletion);
    }

    @Override
    public void deleteTestCredentials(SubmissionId submission) {
        credentials.delete(submission);
        deletions.done(submission, clock.instant());
    }
}
