package dev.oin.submission.expression;

/** Counts what an evaluation costs and ends it at its limits; steps, not time, so that the same expression always fares the same. */
final class Work {

    static final int LONGEST_TEXT = 4096;
    /** About the comparisons of a few milliseconds; fifty would be too many. */
    private static final long MOST_STEPS = 2_000_000;

    private static final int COMPARISONS_IN_A_STEP = 8;

    private long left = MOST_STEPS;
    private int position;

    /** What is evaluated from now on stands at the position. */
    Work at(int where) {
        position = where;
        return this;
    }

    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new Refusal(position, "The expression takes too long to evaluate.", "Use fewer functions.");
        }
    }

    /** Pays for looking for one text in another. */
    void search(String in, String what) {
        spend(1 + in.length() + (long) in.length() * what.length() / COMPARISONS_IN_A_STEP);
    }

    /** Refuses a text that would be too long, before it is made. */
    void reserve(long length) {
        if (length > LONGEST_TEXT) {
            throw new Refusal(
                    position,
                    "The text becomes longer than %d characters.".formatted(LONGEST_TEXT),
                    "Join or replace less.");
        }
        spend(1 + Math.max(0, length));
    }

    Datum.Text text(String text) {
        reserve(text.length());
        return new Datum.Text(text);
    }
}
