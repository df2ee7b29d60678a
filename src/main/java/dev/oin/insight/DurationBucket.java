package dev.oin.insight;

import java.time.Duration;

/** Classes of durations, each a quarter longer than the one before, so that medians and percentiles can be read from counts. */
final class DurationBucket {

    private static final double GROWTH = 1.25;

    private DurationBucket() {}

    /** The class of a duration; 0 holds everything under a second. */
    static int of(Duration duration) {
        var seconds = Math.max(0, duration.toSeconds());
        return seconds == 0 ? 0 : 1 + (int) Math.floor(Math.log(seconds) / Math.log(GROWTH));
    }

    /** The middle of a class. */
    static Duration middle(int bucket) {
        if (bucket == 0) {
            return Duration.ZERO;
        }
        var low = Math.pow(GROWTH, bucket - 1);
        return Duration.ofSeconds(Math.round((low + low * GROWTH) / 2));
    }
}
