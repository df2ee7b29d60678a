package dev.oin.web.review;

import dev.oin.review.ChecklistEntry;
import dev.oin.review.Workspace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checklist in four piles.
 *
 * @param toDo items for a person
 * @param byMachine items that the machine passed
 * @param before items that a person passed on an earlier version, untouched since
 * @param done items that a person passed on this version
 */
record ChecklistView(List<Item> toDo, List<Item> byMachine, List<Item> before, List<Item> done) {

    static ChecklistView of(Workspace workspace, Names names) {
        var submitted = workspace.submission().submittedVersion();
        var piles = workspace.checklist().stream()
                .collect(java.util.stream.Collectors.groupingBy(entry -> pileOf(entry, submitted)));
        return new ChecklistView(
                items(piles.get(Pile.TO_DO), names),
                items(piles.get(Pile.MACHINE), names),
                items(piles.get(Pile.BEFORE), names),
                items(piles.get(Pile.DONE), names));
    }

    private static List<Item> items(@Nullable List<ChecklistEntry> pile, Names names) {
        return pile == null
                ? List.of()
                : pile.stream().map(entry -> item(entry, names)).toList();
    }

    private static Pile pileOf(ChecklistEntry entry, @Nullable Integer submitted) {
        if (entry.isOpen() || entry.result() == ChecklistEntry.Result.FAIL) {
            return Pile.TO_DO;
        }
        if (entry.isMachineDecided()) {
            return Pile.MACHINE;
        }
        return entry.isApprovedBefore(submitted) ? Pile.BEFORE : Pile.DONE;
    }

    private static Item item(ChecklistEntry entry, Names names) {
        return new Item(
                entry.id(),
                entry.text(),
                switch (entry.machine()) {
                    case "MACHINE" -> "A";
                    case "BOTH" -> "B";
                    default -> "H";
                },
                entry.result() == null ? "" : entry.result().name(),
                entry.note(),
                entry.suggestion() == null ? "" : entry.suggestion().name(),
                entry.seen(),
                entry.evidence(),
                entry.blocked(),
                entry.field() == null ? "" : entry.field(),
                entry.judgedBy() == null ? "" : names.of(entry.judgedBy()),
                entry.judgedAt(),
                entry.version());
    }

    private enum Pile {
        TO_DO,
        MACHINE,
        BEFORE,
        DONE
    }

    /**
     * One item.
     *
     * @param by who can judge it: {@code A} the machine, {@code B} a person with its hint, {@code H} a person
     * @param blocked whether it cannot be passed yet
     */
    record Item(
            String id,
            String text,
            String by,
            String result,
            String note,
            String suggestion,
            String seen,
            @Nullable String evidence,
            boolean blocked,
            String field,
            String judgedBy,
            @Nullable Instant judgedAt,
            @Nullable Integer version) {

        /** What the machine would answer, in a word. */
        public String hint() {
            return switch (suggestion) {
                case "PASS" -> "Looks right.";
                case "FAIL" -> "Looks wrong.";
                default -> "";
            };
        }
    }
}
