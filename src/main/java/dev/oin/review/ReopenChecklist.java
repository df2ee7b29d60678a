package dev.oin.review;

import dev.oin.submission.LiveVersion;
import dev.oin.submission.PublishedVersions.Release;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * In a later round what was passed stays passed, but for what failed and what the edit touches; an update takes over what was passed of the published version,
 * in the same way.
 */
@Component
class ReopenChecklist {

    private final ChecklistRows checklist;
    private final DecisionRows decisions;
    private final Versions versions;
    private final LiveVersion live;
    private final CompareContent comparison;

    ReopenChecklist(
            ChecklistRows checklist,
            DecisionRows decisions,
            Versions versions,
            LiveVersion live,
            CompareContent comparison) {
        this.checklist = checklist;
        this.decisions = decisions;
        this.versions = versions;
        this.live = live;
        this.comparison = comparison;
    }

    void after(Submission submission, ReviewPhase phase) {
        var items = ChecklistItems.of(phase, submission.content(), submission.kind());
        var fields = changedFields(submission);
        var touched = items.stream()
                .filter(item -> fields.stream().anyMatch(item::concerns))
                .map(ChecklistItem::id)
                .toList();
        if (submission.kind() != SubmissionKind.NEW) {
            live.release(submission.integration())
                    .map(Release::submission)
                    .filter(earlier -> !earlier.equals(submission.id()))
                    .ifPresent(earlier -> checklist.carryOver(
                            earlier,
                            submission.id(),
                            phase,
                            items.stream()
                                    .filter(ChecklistItem::isBoundToFields)
                                    .map(ChecklistItem::id)
                                    .toList()));
        }
        checklist.reopen(submission.id(), phase, touched);
    }

    private List<String> changedFields(Submission submission) {
        return lastReviewed(submission)
                .map(version -> comparison.between(version.content(), submission.content()))
                .orElse(List.of())
                .stream()
                .map(CompareContent.Change::field)
                .toList();
    }

    /** The version on which the team decided last; for an update at first the one that customers have. */
    Optional<Version> lastReviewed(Submission submission) {
        return decisions
                .latest(submission.id())
                .map(RecordedDecision::version)
                .flatMap(number -> versions.find(submission.integration(), number))
                .or(() ->
                        submission.kind() == SubmissionKind.NEW ? Optional.empty() : live.of(submission.integration()));
    }
}
