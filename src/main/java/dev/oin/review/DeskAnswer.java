package dev.oin.review;

/** What became of a wish at the review desk. */
public sealed interface DeskAnswer {

    /** It is done. */
    record Done() implements DeskAnswer {}

    /** The caller may not do this. */
    record Forbidden(String because) implements DeskAnswer {}

    /** What was written there is too long, or missing. */
    record Unacceptable(String field, String because) implements DeskAnswer {}

    /** It cannot be done as things are now. */
    record Conflict(String because) implements DeskAnswer {}

    /** There is no such submission for the caller. */
    record Unknown() implements DeskAnswer {}
}
