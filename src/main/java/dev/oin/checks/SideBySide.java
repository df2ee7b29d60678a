package dev.oin.checks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Does independent pieces of work, so many at a time, and waits for all of them. */
public final class SideBySide {

    private SideBySide() {}

    /** Does each piece, at most so many at the same time; throws what one of them threw. */
    public static <T> void run(int atOnce, List<T> pieces, Consumer<T> work) {
        if (atOnce <= 1 || pieces.size() <= 1) {
            pieces.forEach(work);
            return;
        }
        var context = MDC.getCopyOfContextMap();
        try (var threads = Executors.newFixedThreadPool(
                atOnce, Thread.ofVirtual().name("check-", 0).factory())) {
            var all = pieces.stream()
                    .<Future<?>>map(piece -> threads.submit(() -> in(context, () -> work.accept(piece))))
                    .toList();
            all.forEach(SideBySide::await);
        }
    }

    private static void in(@Nullable Map<String, String> context, Runnable work) {
        if (context != null) {
            MDC.setContextMap(context);
        }
        work.run();
    }

    private static void await(Future<?> piece) {
        try {
            piece.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while checks were running", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        }
    }
}
