package dev.oin.submission.expression;

/**
 * A piece of an expression.
 *
 * @param text a text's value without its quotes, else as written
 * @param position of its first character in the field
 */
record Token(Kind kind, String text, int position) {

    enum Kind {
        NAME,
        /** A name with the prefix {@code fn:}, which is part of {@code text}. */
        FUNCTION,
        TEXT,
        NUMBER,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equals(word);
    }

    /** As people see it in a message. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case TEXT -> "a text";
            case NAME, FUNCTION, NUMBER, SYMBOL -> "`" + text + "`";
        };
    }
}
