package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.checks.CheckRuns;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import dev.oin.submission.Timeline;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers a reviewer's workspace. */
@Component
public class ReadWorkspace {

    private static final int RUNS = 50;

    private final Submissions submissions;
    private final QueueRows queue;
    private final Checklists checklists;
    private final ReopenChecklist reviewed;
    private final CompareContent comparison;
    private final CheckRuns runs;
    private final QaFindings findings;
    private final IssueRows issues;
    private final DecisionRows decisions;
    private final PromiseRows promises;
    private final WaiverRows waivers;
    private final PrivateNotes notes;
    private final Timeline timeline;
    private final GatherMachineFacts facts;
    private final SuggestReasons reasons;
    private final LookRows looks;
    private final RejectionRows rejections;
    private final CompareRuns comparisons;
    private final LogoutTests logoutTests;

    ReadWorkspace(
            Submissions submissions,
            QueueRows queue,
            Checklists checklists,
            ReopenChecklist reviewed,
            CompareContent comparison,
            CheckRuns runs,
            QaFindings findings,
            IssueRows issues,
            DecisionRows decisions,
            PromiseRows promises,
            WaiverRows waivers,
            PrivateNotes notes,
            Timeline timeline,
            GatherMachineFacts facts,
            SuggestReasons reasons,
            LookRows looks,
            RejectionRows rejections,
            CompareRuns comparisons,
            LogoutTests logoutTests) {
        this.submissions = submissions;
        this.queue = queue;
        this.checklists = checklists;
        this.reviewed = reviewed;
        this.comparison = comparison;
        this.runs = runs;
        this.findings = findings;
        this.issues = issues;
        this.decisions = decisions;
        this.promises = promises;
        this.waivers = waivers;
        this.notes = notes;
        this.timeline = timeline;
        this.facts = facts;
        this.reasons = reasons;
        this.looks = looks;
        this.rejections = rejections;
        this.comparisons = comparisons;
        this.logoutTests = logoutTests;
    }

    /** The workspace of a submission, for the team; empty for everybody else, and for the members of its organisation (AC-11). */
    @Transactional(readOnly = true)
    public Optional<Workspace> of(SubmissionId id, Caller caller) {
        return visible(id, caller).map(this::of);
    }

    /** The submission in review, as far as the caller may see the workspace. */
    public Optional<Submission> submission(SubmissionId id, Caller caller) {
        return visible(id, caller);
    }

    /** Whether the caller may see the workspace. */
    public boolean isVisible(SubmissionId id, Caller caller) {
        return visible(id, caller).isPresent();
    }

    private Optional<Submission> visible(SubmissionId id, Caller caller) {
        return submissions
                .find(id)
                .filter(submission -> caller.isStaff() && !caller.belongsTo(submission.organization()));
    }

    private Workspace of(Submission submission) {
        var id = submission.id();
        var item = queue.find(id);
        var past = decisions.of(id);
        var phase = item.map(ReviewItem::phase)
                .orElseGet(() ->
                        past.isEmpty() ? ReviewPhase.INITIAL : past.getLast().phase());
        var lastReviewed = reviewed.lastReviewed(submission);
        var standing = findings.standing(submission);
        var checklist = checklists.entries(submission, phase, facts.of(submission, standing));
        var open = findings.open(submission, phase, standing);
        return new Workspace(
                submission,
                item,
                phase,
                lastReviewed,
                lastReviewed
                        .map(version -> comparison.between(version.content(), submission.content()))
                        .orElse(List.of()),
                checklist,
                runs.of(id, RUNS, 0),
                open,
                issues.of(id),
                past,
                promises.of(id),
                waivers.of(id),
                notes.of(id),
                timeline.of(id),
                reasons.forReview(submission, checklist, open),
                issues.messagesOf(id),
                looks.isAwaited(id),
                rejections.open(id),
                comparisons.of(submission, standing),
                logoutTests.of(submission));
    }
}
