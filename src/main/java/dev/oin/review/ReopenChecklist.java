package dev.oin.review;

import dev.oin.submission.Submission;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** In a later round what was passed stays passed, but for what failed and what the edit touches. */
@Component
class ReopenChecklist {

    private final ChecklistRows checklist;
    private final DecisionRows decisions;
    private final Versions versions;
    private final CompareContent comparison;

    ReopenChecklist(ChecklistRows checklist, DecisionRows decisions, Versions versions, CompareContent comparison) {
        this.checklist = checklist;
        this.decisions = decisions;
        this.versions = versions;
        this.comparison = comparison;
    }

    void after(Submission submission, ReviewPhase phase) {
        checklist.reopen(submission.id(), phase, touched(submission, phase));
    }

    private List<String> touched(Submission submission, ReviewPhase phase) {
        var fields = lastReviewed(submission)
                .map(version -> comparison.between(version.content(), submission.content()))
                .orElse(List.of())
                .stream()
                .map(CompareContent.Change::field)
                .toList();
        return ChecklistItems.of(phase, submission.content(), submission.kind()).stream()
                .filter(item -> fields.stream().anyMatch(item::concerns))
                .map(ChecklistItem::id)
                .toList();
    }

    Optional<Version> lastReviewed(Submission submission) {
        return decisions
                .latest(submission.id())
                .map(RecordedDecision::version)
                .flatMap(number -> versions.find(submission.integration(), number));
    }
}
