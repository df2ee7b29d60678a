package dev.oin.gate;

import java.time.Duration;

/** Durations in the one form that all pages use. */
final class Words {

    private Words() {}

    static String of(Duration duration) {
        if (duration.toDays() > 0) {
            return "%d d %d h".formatted(duration.toDays(), duration.toHoursPart());
        }
        return duration.toHours() > 0
                ? "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart())
                : "%d min".formatted(duration.toMinutes());
    }
}
