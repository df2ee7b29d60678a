package dev.oin.checks.scim;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks for a change at intervals, until it has arrived or the time is up. */
record Arrival(Duration poll, Duration limit) {

    /** The first look that shows the change, or the last one. */
    <T> T await(Supplier<T> look, Predicate<T> arrived) {
        long end = System.nanoTime() + limit.toNanos();
        var seen = look.get();
        while (!arrived.test(seen) && System.nanoTime() < end && waited()) {
            seen = look.get();
        }
        return seen;
    }

    /** Waits an interval; false where the run is being stopped. */
    private boolean waited() {
        try {
            return !new CountDownLatch(1).await(poll.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
