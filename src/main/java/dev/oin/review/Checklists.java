package dev.oin.review;

import dev.oin.review.ChecklistItem.By;
import dev.oin.review.ChecklistRows.Judged;
import dev.oin.submission.Submission;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        return entries(submission, phase, facts.of(submission));
    }

    /** All items that apply, in order, by what is known already. */
    List<ChecklistEntry> entries(Submission submission, ReviewPhase phase, MachineFacts known) {
        Map<String, Judged> judged =
                rows.of(submission.id(), phase).stream().collect(Collectors.toMap(Judged::item, Function.identity()));
        return ChecklistItems.of(phase, submission.content(), submission.kind()).stream()
                .map(item -> entry(item, item.machine().apply(known), judged.get(item.id())))
                .toList();
    }

    private static ChecklistEntry entry(ChecklistItem item, MachineVerdict machine, @Nullable Judged judged) {
        var person = judged == null ? null : valid(judged, machine);
        var decided = item.by() == By.MACHINE ? machine.result() : null;
        return new ChecklistEntry(
                item.id(),
                item.text(),
                item.field(),
                item.by().name(),
                person == null ? decided : person,
                judged == null ? "" : judged.note(),
                machine.result(),
                machine.text(),
                machine.evidence(),
                machine.missing(),
                person == null ? null : Objects.requireNonNull(judged).by(),
                person == null ? null : Objects.requireNonNull(judged).at(),
                person == null ? null : Objects.requireNonNull(judged).version());
    }

    /** A pass does not hold while what it rests on was not seen. */
    private static ChecklistEntry.@Nullable Result valid(Judged judged, MachineVerdict machine) {
        return machine.missing() && judged.result() == ChecklistEntry.Result.PASS ? null : judged.result();
    }
}
