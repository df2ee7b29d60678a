package dev.oin.checks.browser;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.bidi.BiDi;
import org.openqa.selenium.bidi.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One browser process with its driver and their connection. */
final class RunningBrowser {

    private static final Logger LOG = LoggerFactory.getLogger(RunningBrowser.class);
    private static final Duration QUIT_WITHIN = Duration.ofSeconds(5);

    private final WebDriver driver;
    private final BiDi bidi;
    private final ProcessTree processes;
    private final Runnable cleanUp;
    private final BrowserProperties properties;
    private final CompletableFuture<Map<String, Object>> lost = new CompletableFuture<>();
    private final Map<String, BiConsumer<String, Map<String, Object>>> listeners = new ConcurrentHashMap<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger served = new AtomicInteger();

    RunningBrowser(WebDriver driver, BiDi bidi, ProcessTree processes, Runnable cleanUp, BrowserProperties properties) {
        this.driver = driver;
        this.cleanUp = cleanUp;
        this.bidi = bidi;
        this.processes = processes;
        this.properties = properties;
        processes.onExit(() -> declareLost("The browser's process has ended"));
    }

    /** Sends a command and returns its answer, at once with an exception where the browser is lost or {@code stop} completes first. */
    Map<String, Object> send(String method, Map<String, Object> parameters, CompletableFuture<?> stop) {
        return send(method, parameters, stop, properties.answerWithin());
    }

    Map<String, Object> send(
            String method, Map<String, Object> parameters, CompletableFuture<?> stop, Duration answerWithin) {
        var answer = new CompletableFuture<Map<String, Object>>();
        Thread.startVirtualThread(() -> exchange(method, parameters, answerWithin, answer));
        try {
            CompletableFuture.anyOf(answer, lost, stop).get();
            return answer.get();
        } catch (ExecutionException failed) {
            throw asRuntime(method, failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrowserLost("Interrupted during " + method, interrupted);
        }
    }

    private void exchange(
            String method,
            Map<String, Object> parameters,
            Duration within,
            CompletableFuture<Map<String, Object>> answer) {
        try {
            answer.complete(
                    bidi.send(new Command<>(method, new HashMap<>(parameters), RunningBrowser::members), within));
        } catch (Throwable failure) {
            answer.completeExceptionally(failure);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(@Nullable Object result) {
        return result instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static RuntimeException asRuntime(String method, @Nullable Throwable failure) {
        if (failure == null) {
            return new BrowserLost("The browser failed during " + method);
        }
        return switch (failure) {
            case BrowserLost known -> known;
            case DeadlinePassed known -> known;
            case TimeoutException silent -> new NoAnswer(method, silent);
            case WebDriverException refused -> BidiError.of(method, refused);
            default -> new BrowserLost("The browser failed during " + method, failure);
        };
    }

    /** Tells the listener every event of the user context, until it is forgotten. */
    void listen(String userContext, BiConsumer<String, Map<String, Object>> listener) {
        listeners.put(userContext, listener);
    }

    void forget(String userContext) {
        listeners.remove(userContext);
    }

    void dispatch(String event, Map<String, Object> parameters) {
        var userContext = Wire.text(parameters, "userContext");
        var listener = userContext == null ? null : listeners.get(userContext);
        if (listener != null) {
            listener.accept(event, parameters);
        }
    }

    void declareLost(String why) {
        if (!ended.get() && lost.completeExceptionally(new BrowserLost(why))) {
            LOG.warn("Browser lost: {}", why);
        }
    }

    boolean isLost() {
        return lost.isDone();
    }

    /** Throws where it is lost. */
    void requireAlive() {
        if (lost.isCompletedExceptionally()) {
            throw asRuntime("a pause", lost.exceptionNow());
        }
    }

    /** Waits for it to be lost, so long. */
    boolean isLostWithin(Duration time) {
        return lost.handle((nothing, loss) -> true)
                .completeOnTimeout(false, time.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    void countContext() {
        served.incrementAndGet();
    }

    /** Whether it has served enough, or grown too large. */
    boolean isWorn() {
        return served.get() >= properties.recycleAfterContexts()
                || processes.memory() > properties.recycleAbove().toBytes();
    }

    ProcessTree processes() {
        return processes;
    }

    /** Ends the browser: politely first, then by its processes' ids, always. */
    void end() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        var members = processes.members();
        try {
            if (!lost.isDone() || processes.isElsewhere()) {
                quitPolitely();
            }
        } finally {
            lost.completeExceptionally(new BrowserLost("The browser was ended"));
            members.forEach(ProcessHandle::destroyForcibly);
            processes.end();
            ProcessTree.awaitEnd(members);
            cleanUp.run();
        }
    }

    private void quitPolitely() {
        var quit = CompletableFuture.runAsync(driver::quit, task -> Thread.startVirtualThread(task));
        try {
            quit.get(QUIT_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | java.util.concurrent.TimeoutException impolite) {
            LOG.debug("The browser did not quit by itself", impolite);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
