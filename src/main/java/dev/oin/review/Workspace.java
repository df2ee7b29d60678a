package dev.oin.review;

import dev.oin.checks.CheckResult;
import dev.oin.checks.CheckRun;
import dev.oin.kernel.IssueId;
import dev.oin.submission.Submission;
import dev.oin.submission.Timeline;
import dev.oin.submission.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a reviewer has in front of them, at one moment.
 *
 * @param item the place in the team's queue; empty where the team does not have it
 * @param lastReviewed the version on which the team decided last
 * @param changes how the content differs from that version; empty in a first review
 * @param checklist the items of the current phase, or of the last one
 * @param runs all runs, newest first
 * @param reasons reason texts for the checklist and the findings, filled in
 * @param messages what was said about the issues
 * @param comparisons the ISV's runs beside ours
 * @param rejection what waits for a lead's second pair of eyes
 * @param logoutTests what the ISV saw of Universal Logout by hand
 * @param lookAwaited whether guides and logo are about to be looked at
 * @param findings the required checks of QA that stand against publishing
 */
public record Workspace(
        Submission submission,
        Optional<ReviewItem> item,
        ReviewPhase phase,
        Optional<Version> lastReviewed,
        List<CompareContent.Change> changes,
        List<ChecklistEntry> checklist,
        List<CheckRun> runs,
        List<CheckResult> findings,
        List<Issue> issues,
        List<RecordedDecision> decisions,
        List<Promise> promises,
        List<Waiver> waivers,
        List<PrivateNotes.Note> notes,
        List<Timeline.Event> history,
        List<ReasonText> reasons,
        Map<IssueId, List<IssueMessage>> messages,
        boolean lookAwaited,
        Optional<RejectionProposal> rejection,
        List<CompareRuns.Comparison> comparisons,
        List<LogoutTest> logoutTests) {}
