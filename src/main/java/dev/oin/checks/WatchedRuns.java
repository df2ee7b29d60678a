package dev.oin.checks;

import dev.oin.kernel.RunId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Tells watchers what the tables say: at once when this node recorded it, within a second when another one did. */
@Component
class WatchedRuns implements WatchRuns, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedRuns.class);

    private final RunRows rows;
    private final ResultRows results;
    private final Set<RunWatch> watches = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("check-watchers").factory());

    WatchedRuns(RunRows rows, ResultRows results, RunSignals signals, ChecksProperties properties) {
        this.rows = rows;
        this.results = results;
        signals.onChange(
                run -> watches.stream().filter(watch -> watch.isOf(run)).forEach(this::look));
        var every = properties.watchEvery().toMillis();
        timer.scheduleWithFixedDelay(() -> watches.forEach(this::look), every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public Subscription watch(RunId run, long afterSequence, Consumer<RunEvent> listener) {
        var watch = new RunWatch(run, afterSequence, listener, rows, results);
        watches.add(watch);
        look(watch);
        return () -> watches.remove(watch);
    }

    private void look(RunWatch watch) {
        threads.execute(() -> {
            try {
                if (watches.contains(watch) && watch.look()) {
                    watches.remove(watch);
                }
            } catch (DataAccessException databaseAway) {
                LOG.warn("Could not look after run {} for a watcher; trying again", watch.run(), databaseAway);
            } catch (RuntimeException gone) {
                watches.remove(watch);
                LOG.debug("A watcher went away", gone);
            }
        });
    }

    @Override
    public Optional<CheckRun> awaitOver(RunId run, Duration patience) {
        var over = new CompletableFuture<CheckRun>();
        var known = rows.find(run);
        if (known.isEmpty() || known.get().status().isOver() || patience.isZero()) {
            return known;
        }
        try (var watch = watch(run, Long.MAX_VALUE, event -> {
            if (event instanceof RunEvent.Over(var ended)) {
                over.complete(ended);
            }
        })) {
            return Optional.of(over.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException goesOn) {
            return rows.find(run);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return rows.find(run);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }
}
