package dev.oin.checks.scim;

import dev.oin.checks.scim.Observation.Right;
import dev.oin.checks.scim.Observation.Tolerable;
import dev.oin.checks.scim.Observation.Wrong;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How fast a server answers: the provisioning client gives each call a minute, and people wait for half of them (scim-checks 2.1, VP-14). */
record Pace(List<Duration> times) {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration USUAL = Duration.ofSeconds(1);

    Pace {
        times = times.stream().sorted().toList();
    }

    Observation judged() {
        if (times.isEmpty()) {
            return new Observation.Unclear("no call was made");
        }
        var seen = "%d calls, the median %s, the slowest %s".formatted(times.size(), words(median()), words(slowest()));
        if (slowest().compareTo(LIMIT) >= 0) {
            return new Wrong(seen);
        }
        return median().compareTo(USUAL) < 0 ? new Right(seen) : new Tolerable(seen);
    }

    /** The one in the middle; of an even number the faster of the two. */
    private Duration median() {
        return times.get((times.size() - 1) / 2);
    }

    private Duration slowest() {
        return times.getLast();
    }

    private static String words(Duration time) {
        return time.compareTo(USUAL) < 0
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
