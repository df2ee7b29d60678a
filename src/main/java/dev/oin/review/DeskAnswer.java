package dev.oin.review;

/** What became of a wish at the review desk. */
public sealed interface DeskAnswer {

    /** It is done. */
    record Done() implements DeskAnswer {}

    /** The caller may not do this. */
    record Forbidden(String because) implements DeskAnswer {}

    /** What was written in the field cannot be taken, by the rule. */
    record Unacceptable(String field, String rule, String because) implements DeskAnswer {

        /** It is too long, or missing. */
        public Unacceptable(String field, String because) {
            this(field, field + ".length", because);
        }
    }

    /** It cannot be done as things are now. */
    record Conflict(String because) implements DeskAnswer {}

    /** There is no such submission for the caller. */
    record Unknown() implements DeskAnswer {}
}
