package dev.oin.checks.browser;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens a context when it is first asked for, at most once. */
final class SecondContext implements Browser.Second, AutoCloseable {

    private final Supplier<IsolatedContext> open;
    private @Nullable CompletableFuture<IsolatedContext> opening;

    SecondContext(Supplier<IsolatedContext> open) {
        this.open = open;
    }

    @Override
    public void prepare() {
        opening();
    }

    @Override
    public BrowserTab tab() {
        try {
            return opening().get().tab();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new BrowserLost("The second context could not be opened", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrowserLost("Interrupted while a context was opened", interrupted);
        }
    }

    private synchronized CompletableFuture<IsolatedContext> opening() {
        if (opening == null) {
            opening = CompletableFuture.supplyAsync(open, task -> Thread.startVirtualThread(task));
        }
        return opening;
    }

    /** Waits for a context that is still being opened, so that none is left behind. */
    @Override
    public synchronized void close() {
        if (opening != null) {
            opening.handle((context, failure) -> context)
                    .thenAccept(context -> {
                        if (context != null) {
                            context.close();
                        }
                    })
                    .join();
        }
    }
}
