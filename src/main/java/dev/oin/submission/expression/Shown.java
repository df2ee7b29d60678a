package dev.oin.submission.expression;

/** Pieces of an expression as a message shows them. */
final class Shown {

    private static final int LONGEST = 40;

    private Shown() {}

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    static String character(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE
                ? "U+%04X".formatted(codePoint)
                : "`" + Character.toString(codePoint) + "`";
    }
}
