package dev.oin.sandbox.scim;

import dev.oin.kernel.OrganizationId;
import dev.oin.sandbox.SandboxProperties;
import java.time.Duration;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What is told to apps while somebody waits for a page: they wait a few seconds, and what takes longer goes on without them. One errand of an organisation follows the other, so
 * that apps learn of changes in the order in which they were made.
 */
@Component
final class Errands implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    private final Duration wait;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<OrganizationId, CompletableFuture<?>> last = new ConcurrentHashMap<>();

    @Autowired
    Errands(SandboxProperties properties) {
        this(properties.appPatience());
    }

    /** With another patience. */
    Errands(Duration wait) {
        this.wait = wait;
    }

    /** What came of the errand; empty where it goes on. Never inside a transaction, whose changes it would not see. */
    <T> Optional<T> run(OrganizationId owner, Supplier<T> errand) {
        var result = begun(owner, errand);
        try {
            return Optional.of(result.get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException goesOn) {
            result.exceptionally(failed -> {
                LOG.error("Apps of organization {} were not told to the end", owner, failed);
                return null;
            });
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException ours
                    ? ours
                    : new IllegalStateException(failed.getCause());
        }
    }

    /** The same where nothing comes of it; false where it goes on. */
    boolean run(OrganizationId owner, Runnable errand) {
        return run(owner, () -> {
                    errand.run();
                    return true;
                })
                .isPresent();
    }

    private <T> CompletableFuture<T> begun(OrganizationId owner, Supplier<T> errand) {
        var result = new CompletableFuture<T>();
        last.compute(owner, (same, before) -> {
            var turn = before == null ? CompletableFuture.completedFuture(null) : before.handle((done, failed) -> null);
            turn.thenRunAsync(() -> carryOut(errand, result), threads);
            return result;
        });
        result.whenComplete((done, failed) -> last.remove(owner, result));
        return result;
    }

    private static <T> void carryOut(Supplier<T> errand, CompletableFuture<T> result) {
        try {
            result.complete(errand.get());
        } catch (RuntimeException | Error failed) {
            result.completeExceptionally(failed);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
