package dev.oin.checks.scim;

import dev.oin.kernel.Pause;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks for a change at intervals, until it has arrived or the time is up. */
record Arrival(Duration poll, Duration limit) {

    /** One look. */
    static final Arrival AT_ONCE = new Arrival(Duration.ZERO, Duration.ZERO);

    /** The documented suites wait so long for what was created (scim-checks, part 1A): five seconds after each step, ten after it was read. */
    private static final Duration CREATION = Duration.ofSeconds(15);

    /** For what was created a moment ago. */
    Arrival ofCreation() {
        return limit.compareTo(CREATION) <= 0 ? this : new Arrival(poll, CREATION);
    }

    /** The first look that shows the change, or the last one. */
    <T> T await(Supplier<T> look, Predicate<T> arrived) {
        long end = System.nanoTime() + limit.toNanos();
        var seen = look.get();
        while (!arrived.test(seen) && System.nanoTime() < end && pause()) {
            seen = look.get();
        }
        return seen;
    }

    /** Waits an interval; false where the run is being stopped. */
    boolean pause() {
        return Pause.of(poll);
    }
}
