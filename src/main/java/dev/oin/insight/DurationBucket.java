package dev.oin.insight;

import java.time.Duration;
import java.util.List;

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

    /** The duration that the share of all stays does not exceed; the counts are ordered by class. */
    static Duration percentile(List<BucketCount.Of> counts, double share) {
        var all = counts.stream().mapToInt(BucketCount.Of::visits).sum();
        var wanted = Math.max(1, Math.ceil(all * share));
        var seen = 0;
        for (var count : counts) {
            seen += count.visits();
            if (seen >= wanted) {
                return middle(count.bucket());
            }
        }
        return Duration.ZERO;
    }
}
