package dev.oin.submission.expression;

/** What an expression comes to, known before any value is. */
enum Type {
    TEXT("text"),
    NUMBER("a number"),
    TRUTH("true or false"),
    /** Texts parted by {@code fn:split}. */
    LIST("a list"),
    /** What {@code fn:length} measures; nothing comes to it. */
    TEXT_OR_LIST("text or a list"),
    /** The value {@code null}. */
    NOTHING("nothing");

    private final String words;

    Type(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether a value of the other type can stand where this one is wanted; what is unset counts as empty text, a number as its digits. */
    boolean takes(Type other) {
        return switch (this) {
            case TEXT -> other == TEXT || other == NUMBER || other == NOTHING;
            case LIST -> other == LIST || other == NOTHING;
            case TEXT_OR_LIST -> TEXT.takes(other) || LIST.takes(other);
            case NUMBER, TRUTH, NOTHING -> other == this;
        };
    }
}
