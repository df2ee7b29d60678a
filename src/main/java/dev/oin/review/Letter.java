package dev.oin.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of one mail, before they are laid out as text and HTML.
 *
 * @param code the mail's id, such as {@code M2}
 * @param happened what happened, for the subject
 * @param state the state, in one sentence
 * @param turn whose turn it is, and by when
 * @param issues what has to change; empty in most mails
 * @param next what happens next
 * @param why why the reader gets this mail
 */
record Letter(
        String code,
        String happened,
        String state,
        String turn,
        Button button,
        List<LetterIssue> issues,
        List<String> next,
        String why) {

    Letter {
        issues = List.copyOf(issues);
        next = List.copyOf(next);
    }

    /** The one button. */
    record Button(String label, String link) {}

    /**
     * A numbered issue.
     *
     * @param what what is wrong, and its evidence
     * @param where the field it concerns; null where it concerns none
     * @param link where it is changed
     */
    record LetterIssue(
            int number,
            String severity,
            String check,
            String what,
            @Nullable String where,
            String link) {}
}
