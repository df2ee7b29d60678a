package dev.oin.review;

import dev.oin.kernel.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A checklist item of one submission with what was judged.
 *
 * @param field the key of the field that it is about; null where it is about none or several
 * @param machine {@code MACHINE} decides, {@code BOTH} suggests, {@code HUMAN} leaves it to a person
 * @param result the valid result: a person's, else the machine's; null while it is open
 * @param note what a person wrote, be the item judged or not
 * @param suggestion what the machine would answer; null where it cannot tell
 * @param seen what the machine saw
 * @param evidence the path of the page that shows it; null where there is none
 * @param blocked whether it cannot be passed, because what it rests on was not seen yet
 * @param judgedBy null where nobody judged
 * @param version the version that was judged; null where nobody did
 */
public record ChecklistEntry(
        String id,
        String text,
        @Nullable String field,
        String machine,
        @Nullable Result result,
        String note,
        @Nullable Result suggestion,
        String seen,
        @Nullable String evidence,
        boolean blocked,
        @Nullable AccountId judgedBy,
        @Nullable Instant judgedAt,
        @Nullable Integer version) {

    /** What an item came to. */
    public enum Result {
        PASS,
        FAIL,
        NA
    }

    /** Whether somebody still has to judge it. */
    public boolean isOpen() {
        return result == null;
    }

    /** Whether the machine judged it and nobody contradicted. */
    public boolean isMachineDecided() {
        return result != null && judgedBy == null;
    }

    /** Whether a person judged it on an earlier version, and nothing that concerns it changed since. */
    public boolean isApprovedBefore(@Nullable Integer submitted) {
        return judgedBy != null
                && (result == Result.PASS || result == Result.NA)
                && version != null
                && submitted != null
                && version < submitted;
    }
}
