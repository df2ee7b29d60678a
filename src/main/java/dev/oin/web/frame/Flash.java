package dev.oin.web.frame;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What the reader just did, said once on the next page.
 *
 * @param undo the address that takes it back; null where nothing can
 */
public record Flash(
        String tone, String icon, String text, @Nullable String undo) implements Serializable {

    /** The name of the model attribute that the layout reads. */
    public static final String NAME = "flash";

    /** It was done. */
    public static Flash done(String text) {
        return new Flash("good", "check-circle", text, null);
    }

    /** It was done and can be taken back by a POST to the address. */
    public static Flash undoable(String text, String undo) {
        return new Flash("good", "check-circle", text, undo);
    }

    /** It was not done, and why. */
    public static Flash refused(String text) {
        return new Flash("turn", "warning", text, null);
    }
}
