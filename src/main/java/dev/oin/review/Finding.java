package dev.oin.review;

import org.jspecify.annotations.Nullable;

/**
 * What a reviewer finds; becomes an issue.
 *
 * @param check the id of the rule or check behind it
 * @param field the key of the field it concerns; null where it concerns none
 */
public record Finding(String check, @Nullable String field, Issue.Severity severity, String text) {

    /** The longest text of an issue or message. */
    public static final int TEXT_LIMIT = 4000;

    public Finding {
        if (check.isBlank() || text.isBlank() || text.length() > TEXT_LIMIT) {
            throw new IllegalArgumentException("A finding needs a check id and a text of 1 to 4000 characters");
        }
    }
}
