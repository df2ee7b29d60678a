package dev.oin.web.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** What was read from an app a short time ago, by what it is about; a reading that takes long goes on while nobody waits for it. */
final class KeptReadings<K, V> implements AutoCloseable {

    private final Clock clock;
    private final Duration time;
    private final Duration wait;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<K, CompletableFuture<Reading<V>>> kept = new ConcurrentHashMap<>();

    /**
     * Nothing is read yet.
     *
     * @param time how long a reading is kept
     * @param wait how long somebody waits for one
     */
    KeptReadings(Clock clock, Duration time, Duration wait) {
        this.clock = clock;
        this.time = time;
        this.wait = wait;
    }

    /** What was read, and when. */
    record Reading<V>(V value, Instant at) {}

    /** What is kept, or is read now; empty where that is still going on. */
    Optional<Reading<V>> of(K key, Supplier<V> read) {
        kept.values().removeIf(this::isOver);
        var reading = kept.computeIfAbsent(
                key, same -> CompletableFuture.supplyAsync(() -> new Reading<>(read.get(), clock.instant()), threads));
        try {
            return Optional.of(reading.get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException goesOn) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            kept.remove(key, reading);
            throw failed.getCause() instanceof RuntimeException ours
                    ? ours
                    : new IllegalStateException(failed.getCause());
        }
    }

    /** The next one who asks reads anew. */
    void forget(K key) {
        kept.remove(key);
    }

    private boolean isOver(CompletableFuture<Reading<V>> reading) {
        return reading.isCompletedExceptionally()
                || reading.isDone() && !reading.join().at().plus(time).isAfter(clock.instant());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
