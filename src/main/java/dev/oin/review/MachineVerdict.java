package dev.oin.review;

import dev.oin.review.ChecklistEntry.Result;
import org.jspecify.annotations.Nullable;

/**
 * What the machine says about a checklist item.
 *
 * @param result null where it cannot tell
 * @param text what it saw; empty where it has nothing to say
 */
record MachineVerdict(@Nullable Result result, String text) {

    static final MachineVerdict NONE = new MachineVerdict(null, "");

    static MachineVerdict pass(String text) {
        return new MachineVerdict(Result.PASS, text);
    }

    static MachineVerdict fail(String text) {
        return new MachineVerdict(Result.FAIL, text);
    }

    static MachineVerdict hint(String text) {
        return new MachineVerdict(null, text);
    }

    static MachineVerdict of(boolean passed, String text) {
        return passed ? pass(text) : fail(text);
    }
}
