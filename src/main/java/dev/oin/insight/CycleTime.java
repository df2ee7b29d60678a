package dev.oin.insight;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long work stayed at an element in a period, and how often a promise was kept.
 *
 * @param p85 null where fewer than 20 went through
 * @param total the sum of all stays
 * @param promised how many had a promised date
 * @param onTime how many ended by the date first promised
 */
public record CycleTime(
        String process,
        String element,
        String waitsFor,
        int visits,
        Duration median,
        @Nullable Duration p85,
        Duration total,
        int promised,
        int onTime) {

    /** The share of kept promises in percent; null where nothing was promised. */
    public @Nullable Integer onTimePercent() {
        return promised == 0 ? null : Math.round(100f * onTime / promised);
    }
}
