package dev.oin.review;

import dev.oin.review.ChecklistEntry.Result;
import org.jspecify.annotations.Nullable;

/**
 * What the machine says about a checklist item.
 *
 * @param result null where it cannot tell
 * @param text what it saw; empty where it has nothing to say
 * @param evidence the path of the page that shows it; null where there is none
 * @param missing whether the item cannot be passed, because what it rests on was not seen yet
 */
record MachineVerdict(
        @Nullable Result result, String text, @Nullable String evidence, boolean missing) {

    static final MachineVerdict NONE = hint("");

    static MachineVerdict pass(String text) {
        return new MachineVerdict(Result.PASS, text, null, false);
    }

    static MachineVerdict fail(String text) {
        return new MachineVerdict(Result.FAIL, text, null, false);
    }

    static MachineVerdict hint(String text) {
        return new MachineVerdict(null, text, null, false);
    }

    /** Nobody can pass the item before this was seen. */
    static MachineVerdict missing(String text) {
        return new MachineVerdict(null, text, null, true);
    }

    static MachineVerdict of(boolean passed, String text) {
        return passed ? pass(text) : fail(text);
    }

    MachineVerdict shownAt(String path) {
        return new MachineVerdict(result, text, path, missing);
    }
}
