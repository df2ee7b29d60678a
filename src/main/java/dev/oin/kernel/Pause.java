package dev.oin.kernel;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting for a time that somebody else sets, such as a server that is busy; a stop of the work ends it. */
public final class Pause {

    private Pause() {}

    /** Waits so long; false, at once, where the thread is interrupted, which it stays. */
    public static boolean of(Duration time) {
        try {
            return !new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
