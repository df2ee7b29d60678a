package dev.oin.web.portal;

import dev.oin.submission.WizardPage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The fields in which two people's versions of a page differ. */
final class Differences {

    private Differences() {}

    static List<Conflict.Difference> between(WizardForm mine, WizardForm theirs, WizardPage page) {
        Map<String, String> saved = theirs.all(page).stream()
                .collect(Collectors.toMap(FieldView::key, FieldView::shown, (one, other) -> one));
        return mine.all(page).stream()
                .filter(field -> !field.shown().equals(saved.getOrDefault(field.key(), "")))
                .map(field ->
                        new Conflict.Difference(field.label(), field.shown(), saved.getOrDefault(field.key(), "")))
                .toList();
    }
}
