package dev.oin.review;

import dev.oin.kernel.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A checklist item of one submission with what was judged.
 *
 * @param machine {@code MACHINE} decides, {@code BOTH} suggests, {@code HUMAN} leaves it to a person
 * @param result the valid result: a person's, else the machine's; null while it is open
 * @param suggestion what the machine would answer; null where it cannot tell
 * @param seen what the machine saw
 * @param judgedBy null where nobody judged
 */
public record ChecklistEntry(
        String id,
        String text,
        String machine,
        @Nullable Result result,
        String note,
        @Nullable Result suggestion,
        String seen,
        @Nullable AccountId judgedBy,
        @Nullable Instant judgedAt) {

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
}
