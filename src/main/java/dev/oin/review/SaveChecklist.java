package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ChecklistRows.Judged;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a reviewer judged, item by item. */
@Component
public class SaveChecklist {

    private final Submissions submissions;
    private final ReviewDesk desk;
    private final QueueRows queue;
    private final ChecklistRows rows;
    private final Checklists checklists;
    private final QaFindings findings;
    private final Chronicle chronicle;
    private final Clock clock;

    SaveChecklist(
            Submissions submissions,
            ReviewDesk desk,
            QueueRows queue,
            ChecklistRows rows,
            Checklists checklists,
            QaFindings findings,
            Chronicle chronicle,
            Clock clock) {
        this.submissions = submissions;
        this.desk = desk;
        this.queue = queue;
        this.rows = rows;
        this.checklists = checklists;
        this.findings = findings;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Saves the judgements; one without a result opens its item again, and keeps its note. */
    @Transactional
    public DeskAnswer save(SubmissionId id, List<Judgement> judgements, Caller caller) {
        var found = submissions.find(id);
        if (found.isEmpty()) {
            return new DeskAnswer.Unknown();
        }
        var item = queue.find(id);
        var task = desk.taskOf(id);
        return DeskRules.refusal(caller, found.get())
                .or(() -> item.isEmpty() || task.isEmpty()
                        ? Optional.of(new DeskAnswer.Conflict("No review of this submission is open."))
                        : DeskRules.conflict(caller, task.get(), chronicle))
                .orElseGet(() -> save(found.get(), item.orElseThrow().phase(), judgements, caller));
    }

    /** Keeps a note on an item; what was judged stays. */
    @Transactional
    public DeskAnswer note(SubmissionId id, String item, String note, Caller caller) {
        var phase = queue.find(id).map(ReviewItem::phase);
        var result = phase.flatMap(now -> rows.of(id, now).stream()
                .filter(judged -> judged.item().equals(item))
                .map(ChecklistRows.Judged::result)
                .filter(Objects::nonNull)
                .findFirst());
        return save(id, List.of(new Judgement(item, result.orElse(null), note)), caller);
    }

    private DeskAnswer save(Submission submission, ReviewPhase phase, List<Judgement> judgements, Caller caller) {
        var unknown = judgements.stream()
                .map(Judgement::item)
                .filter(item -> !isKnown(submission, phase, item))
                .toList();
        if (!unknown.isEmpty()) {
            return new DeskAnswer.Conflict("The checklist has no item %s.".formatted(String.join(", ", unknown)));
        }
        return refusal(submission, phase, judgements).orElseGet(() -> {
            judgements.forEach(judgement -> save(submission, phase, judgement, caller));
            return new DeskAnswer.Done();
        });
    }

    /** What rests on a run or a look that is not there yet is not passed, and left out only with the reason. */
    private Optional<DeskAnswer> refusal(Submission submission, ReviewPhase phase, List<Judgement> judgements) {
        var blocked = checklists.entries(submission, phase).stream()
                .filter(ChecklistEntry::blocked)
                .collect(Collectors.toMap(ChecklistEntry::id, ChecklistEntry::seen));
        return judgements.stream()
                .filter(judgement -> blocked.containsKey(judgement.item()))
                .filter(judgement -> judgement.result() == ChecklistEntry.Result.PASS
                        || (judgement.result() == ChecklistEntry.Result.NA
                                && judgement.note().isBlank()))
                .findFirst()
                .map(judgement -> new DeskAnswer.Conflict(
                        "%s cannot be passed: %s Run the checks, or answer N/A with the reason in the note."
                                .formatted(judgement.item(), blocked.get(judgement.item()))));
    }

    private void save(Submission submission, ReviewPhase phase, Judgement judgement, Caller caller) {
        if (judgement.result() == null && judgement.note().isBlank()) {
            rows.reopen(submission.id(), phase, judgement.item());
            return;
        }
        rows.save(
                submission.id(),
                phase,
                new Judged(
                        judgement.item(),
                        judgement.result(),
                        judgement.note(),
                        caller.account(),
                        clock.instant(),
                        submission.submittedVersion()));
    }

    /** An item of the list, or an automated check that could not be told and is accepted in writing. */
    private boolean isKnown(Submission submission, ReviewPhase phase, String item) {
        return ChecklistItems.of(phase, submission.content(), submission.kind()).stream()
                        .anyMatch(known -> known.id().equals(item))
                || findings.open(submission, phase).stream()
                        .anyMatch(result -> result.check().value().equals(item));
    }

    /**
     * What somebody judged.
     *
     * @param result null opens the item again; its note stays
     */
    public record Judgement(String item, ChecklistEntry.@Nullable Result result, String note) {}
}
