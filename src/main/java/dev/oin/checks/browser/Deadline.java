package dev.oin.checks.browser;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends the work in a context from outside when its time is over. */
final class Deadline implements AutoCloseable {

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("browser-deadlines").factory());

    private final CompletableFuture<Map<String, Object>> passed = new CompletableFuture<>();
    private final Duration after;
    private final Future<?> timer;

    Deadline(Duration after, Runnable takeAway) {
        this.after = after;
        this.timer = TIMER.schedule(() -> pass(takeAway), after.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void pass(Runnable takeAway) {
        if (passed.completeExceptionally(new DeadlinePassed(after))) {
            Thread.startVirtualThread(takeAway);
        }
    }

    CompletableFuture<Map<String, Object>> passed() {
        return passed;
    }

    void respect() {
        if (passed.isDone()) {
            throw new DeadlinePassed(after);
        }
    }

    @Override
    public void close() {
        timer.cancel(false);
    }
}
