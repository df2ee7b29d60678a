package dev.oin.checks.browser;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what is to happen in the windows of a context. */
record Waiting(IsolatedContext context, OpenWindows windows) {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
    private static final int PAUSES_IN_TIME_WAITED = 20;

    /** False where the condition did not hold within the time. */
    boolean until(Duration atMost, BooleanSupplier condition) {
        var begin = System.nanoTime();
        var waited = Duration.ZERO;
        do {
            context.requireUsable();
            if (condition.getAsBoolean()) {
                return true;
            }
            pause(waited);
            waited = Duration.ofNanos(System.nanoTime() - begin);
        } while (waited.compareTo(atMost) < 0);
        return condition.getAsBoolean();
    }

    /** For longer the longer it has taken already: each look costs the browser something, and what happens on the wire ends the pause. */
    private void pause(Duration waited) {
        var millis = Math.clamp(
                waited.dividedBy(PAUSES_IN_TIME_WAITED).toMillis(),
                SHORTEST_PAUSE.toMillis(),
                LONGEST_PAUSE.toMillis());
        try {
            windows.pause(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrowserLost("Interrupted while waiting for a page", interrupted);
        }
    }
}
