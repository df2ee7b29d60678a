package dev.oin.kernel;

/**
 * A JSON document as text, stored as {@code jsonb}. Stages read and write their own records with Jackson; this only carries the text.
 *
 * @param text the document, well-formed
 */
public record Json(String text) {

    /** An object without members. */
    public static final Json EMPTY_OBJECT = new Json("{}");

    /** A list without elements. */
    public static final Json EMPTY_LIST = new Json("[]");

    @Override
    public String toString() {
        return text;
    }
}
