package dev.oin.submission.expression;

/** What an expression came to: a value, or a fault with its position. */
public sealed interface Evaluation {

    /** The text that the expression evaluates to. */
    record Value(String text) implements Evaluation {}

    /**
     * Why there is no value.
     *
     * @param position zero-based index of the offending character
     * @param hint what to write instead; may be empty
     */
    record Fault(int position, String message, String hint) implements Evaluation {}
}
