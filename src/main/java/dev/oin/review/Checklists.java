package dev.oin.review;

import dev.oin.review.ChecklistItem.By;
import dev.oin.review.ChecklistRows.Judged;
import dev.oin.submission.Submission;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The checklist of a submission in a phase: what people judged, and what the machine says. */
@Component
public class Checklists {

    private final ChecklistRows rows;
    private final GatherMachineFacts facts;

    Checklists(ChecklistRows rows, GatherMachineFacts facts) {
        this.rows = rows;
        this.facts = facts;
    }

    /** All items that apply, in order. */
    public List<ChecklistEntry> entries(Submission submission, ReviewPhase phase) {
        Map<String, Judged> judged =
                rows.of(submission.id(), phase).stream().collect(Collectors.toMap(Judged::item, Function.identity()));
        var seen = facts.of(submission);
        return ChecklistItems.of(phase, submission.content(), submission.kind()).stream()
                .map(item -> entry(item, item.machine().apply(seen), judged.get(item.id())))
                .toList();
    }

    private static ChecklistEntry entry(ChecklistItem item, MachineVerdict machine, @Nullable Judged judged) {
        var decided = item.by() == By.MACHINE ? machine.result() : null;
        return judged == null
                ? new ChecklistEntry(
                        item.id(),
                        item.text(),
                        item.by().name(),
                        decided,
                        "",
                        machine.result(),
                        machine.text(),
                        null,
                        null)
                : new ChecklistEntry(
                        item.id(),
                        item.text(),
                        item.by().name(),
                        judged.result(),
                        judged.note(),
                        machine.result(),
                        machine.text(),
                        judged.by(),
                        judged.at());
    }
}
