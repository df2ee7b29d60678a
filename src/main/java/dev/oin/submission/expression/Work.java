package dev.oin.submission.expression;

/** Counts what an evaluation costs and ends it at its limits; steps, not time, so that the same expression always fares the same. */
final class Work {

    static final int LONGEST_TEXT = 4096;
    /** A few milliseconds' worth on any machine, so that the 50 ms of submission-rules 12.6 are never reached. */
    static final long MOST_STEPS = 500_000;

    private static final int COMPARISONS_IN_A_STEP = 8;

    private long left = MOST_STEPS;
    private int position;

    /** What is evaluated from now on stands at the position. */
    Work at(int where) {
        position = where;
        return this;
    }

    /** What was paid so far; above the limit where the evaluation was ended. */
    long spent() {
        return MOST_STEPS - left;
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
