package dev.oin.review;

import dev.oin.submission.Content;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One thing to look at in a review (review-process 9).
 *
 * @param by who can judge it
 * @param sections the parts of the content that it concerns, as prefixes of field keys; a change there opens it again
 */
record ChecklistItem(
        String id,
        String text,
        By by,
        List<String> sections,
        Predicate<Content> applies,
        Function<MachineFacts, MachineVerdict> machine) {

    ChecklistItem {
        sections = List.copyOf(sections);
    }

    /** Who can judge an item. */
    enum By {
        /** The machine decides. */
        MACHINE,
        /** The machine suggests, a person decides. */
        BOTH,
        /** A person decides. */
        HUMAN
    }

    static ChecklistItem human(String id, String text, String... sections) {
        return new ChecklistItem(id, text, By.HUMAN, List.of(sections), content -> true, facts -> MachineVerdict.NONE);
    }

    static ChecklistItem machine(
            String id, String text, Function<MachineFacts, MachineVerdict> machine, String... sections) {
        return new ChecklistItem(id, text, By.MACHINE, List.of(sections), content -> true, machine);
    }

    static ChecklistItem both(
            String id, String text, Function<MachineFacts, MachineVerdict> machine, String... sections) {
        return new ChecklistItem(id, text, By.BOTH, List.of(sections), content -> true, machine);
    }

    ChecklistItem when(Predicate<Content> condition) {
        return new ChecklistItem(id, text, by, sections, condition, machine);
    }

    /** The field that it is about; null where it is about none or several. */
    @Nullable
    String field() {
        return sections.size() == 1 && !sections.getFirst().endsWith(".") ? sections.getFirst() : null;
    }

    /** Whether a result lasts until one of its fields changes; what is behind a guide's address or an account may change unseen. */
    boolean isBoundToFields() {
        return !sections.isEmpty() && !id.startsWith("IR-CG-") && !id.startsWith("IR-TA-") && !id.startsWith("QA-");
    }

    boolean concerns(String field) {
        return sections.stream().anyMatch(field::startsWith);
    }
}
