package dev.oin.web.review;

import dev.oin.review.ReasonText;
import java.util.stream.Stream;

/** An issue about to be raised, as far as its rule tells. */
record IssueDraft(String rule, String field, String text) {

    /** Filled in for the rule; empty where none is named. */
    static IssueDraft of(String rule, WorkspaceView page) {
        var field = Stream.of(
                        page.checklist().toDo(),
                        page.checklist().done(),
                        page.checklist().before())
                .flatMap(items -> items.stream())
                .filter(item -> item.id().equals(rule))
                .map(ChecklistView.Item::field)
                .findFirst()
                .orElse("");
        var text = page.reasons().stream()
                .filter(reason -> reason.check().equals(rule))
                .map(ReasonText::text)
                .findFirst()
                .orElse("");
        return new IssueDraft(rule, field, text);
    }
}
