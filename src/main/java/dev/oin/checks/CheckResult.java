package dev.oin.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What one check of a run came to.
 *
 * @param sequence grows with every result of the product, so that watchers ask for what is new
 * @param attempts how often it was tried
 * @param exhibits the evidence kept, without its content
 */
public record CheckResult(
        CheckId check,
        String title,
        Severity severity,
        String clause,
        Outcome outcome,
        Instant startedAt,
        Instant finishedAt,
        int attempts,
        long sequence,
        List<ExhibitEntry> exhibits) {

    public CheckResult {
        exhibits = List.copyOf(exhibits);
    }

    /** How long it took. */
    public Duration duration() {
        return Duration.between(startedAt, finishedAt);
    }

    /**
     * A kept exhibit, without its content.
     *
     * @param kind {@code STEPS}, {@code TRAFFIC}, {@code MESSAGE} or {@code SCREENSHOT}
     */
    public record ExhibitEntry(UUID id, Kind kind, String title, String mediaType) {

        /** What an exhibit is. */
        public enum Kind {
            STEPS,
            TRAFFIC,
            MESSAGE,
            SCREENSHOT
        }
    }
}
