package dev.oin.gate;

import dev.oin.checks.Verdict;
import java.time.Duration;

/** Durations and verdicts in the one form that all pages use. */
final class Words {

    private Words() {}

    static String of(Duration duration) {
        if (duration.toDays() > 0) {
            return "%d d %d h".formatted(duration.toDays(), duration.toHoursPart());
        }
        if (duration.toMinutes() == 0) {
            return "less than 1 min";
        }
        return duration.toHours() > 0
                ? "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart())
                : "%d min".formatted(duration.toMinutes());
    }

    static String of(Verdict verdict) {
        return switch (verdict) {
            case NOT_APPLICABLE -> "Not applicable";
            case PASSED -> "Passed";
            case WARNED -> "Warning";
            case INCONCLUSIVE -> "Inconclusive";
            case ABANDONED -> "Abandoned";
            case ERRORED -> "Could not run";
            case FAILED -> "Failed";
        };
    }
}
