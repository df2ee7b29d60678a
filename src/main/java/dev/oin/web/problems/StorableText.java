package dev.oin.web.problems;

/** Which texts the database can hold: all but those with NUL or with half a character. */
public final class StorableText {

    private StorableText() {}

    /** Whether the text can be stored as it is. */
    public static boolean allows(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || isHalfACharacter(point));
    }

    private static boolean isHalfACharacter(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
