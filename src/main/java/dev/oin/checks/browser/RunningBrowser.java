package dev.oin.checks.browser;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One browser process with its driver and their connection. */
final class RunningBrowser {

    private static final Logger LOG = LoggerFactory.getLogger(RunningBrowser.class);
    private static final Duration QUIT_WITHIN = Duration.ofSeconds(5);

    /** What lets a page go on that waits since it was made. */
    static final String LET_GO = "Runtime.runIfWaitingForDebugger";

    /** Parameters of {@code Target.setAutoAttach}, for the browser and for each page. */
    static final Map<String, Object> ATTACH =
            Map.of("autoAttach", true, "waitForDebuggerOnStart", true, "flatten", true);

    static final CompletableFuture<Map<String, Object>> NEVER = new CompletableFuture<>();

    private final WebDriver driver;
    private final DevTools devTools;
    private final ProcessTree processes;
    private final Runnable cleanUp;
    private final BrowserProperties properties;
    private final CompletableFuture<Map<String, Object>> lost = new CompletableFuture<>();
    private final Map<String, SessionListener> contexts = new ConcurrentHashMap<>();
    private final Map<String, SessionListener> sessions = new ConcurrentHashMap<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger served = new AtomicInteger();

    /**
     * @param connect opens the connection for a listener
     */
    RunningBrowser(
            WebDriver driver,
            Function<DevTools.Listener, DevTools> connect,
            ProcessTree processes,
            Runnable cleanUp,
            BrowserProperties properties) {
        this.driver = driver;
        this.cleanUp = cleanUp;
        this.processes = processes;
        this.properties = properties;
        this.devTools = connect.apply(new Events());
        processes.onExit(() -> declareLost("The browser's process has ended"));
    }

    /** Follows every page that is made from now on. Each waits until it is let go, so that nothing it does is missed. */
    void follow() {
        send(null, "Target.setAutoAttach", ATTACH, NEVER, properties.startWithin());
    }

    /** Sends a command to a session, null for the browser, and returns its answer: at once with an exception where the browser is lost or {@code stop} completes first. */
    Map<String, Object> send(
            @Nullable String session, String command, Map<String, Object> parameters, CompletableFuture<?> stop) {
        return send(session, command, parameters, stop, properties.answerWithin());
    }

    Map<String, Object> send(
            @Nullable String session,
            String command,
            Map<String, Object> parameters,
            CompletableFuture<?> stop,
            Duration answerWithin) {
        return await(begin(session, command, parameters), command, stop, answerWithin);
    }

    /** Sends a command without waiting for its answer. */
    CompletableFuture<Map<String, Object>> begin(
            @Nullable String session, String command, Map<String, Object> parameters) {
        return devTools.send(session, command, parameters);
    }

    /** Waits for the answer of a command that was begun. */
    Map<String, Object> await(
            CompletableFuture<Map<String, Object>> answer, String command, CompletableFuture<?> stop) {
        return await(answer, command, stop, properties.answerWithin());
    }

    Map<String, Object> await(
            CompletableFuture<Map<String, Object>> answer, String command, CompletableFuture<?> stop, Duration within) {
        try {
            CompletableFuture.anyOf(answer, lost, stop).get(within.toMillis(), TimeUnit.MILLISECONDS);
            return answer.join();
        } catch (ExecutionException | CompletionException failed) {
            throw asRuntime(command, failed.getCause());
        } catch (TimeoutException silent) {
            throw new NoAnswer(command, silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrowserLost("Interrupted during " + command, interrupted);
        }
    }

    private static RuntimeException asRuntime(String command, @Nullable Throwable failure) {
        return switch (failure) {
            case BrowserLost known -> known;
            case DeadlinePassed known -> known;
            case CommandRefused known -> known;
            case null -> new BrowserLost("The browser failed during " + command);
            default -> new BrowserLost("The browser failed during " + command, failure);
        };
    }

    /** Tells the listener what happens in the browser context, until it is forgotten. */
    void listen(String browserContext, SessionListener listener) {
        contexts.put(browserContext, listener);
    }

    void forget(String browserContext) {
        var gone = contexts.remove(browserContext);
        if (gone != null) {
            sessions.values().removeIf(gone::equals);
        }
    }

    /** Who is told of the sessions of a browser context. */
    interface SessionListener {

        /** A page, frame or worker appeared and waits to be let go. */
        void attached(String session, Map<String, Object> target);

        void hear(String session, String event, Map<String, Object> parameters);

        void detached(String session);
    }

    private final class Events implements DevTools.Listener {

        @Override
        public void hear(@Nullable String session, String event, Map<String, Object> parameters) {
            switch (event) {
                case "Target.attachedToTarget" ->
                    attached(Wire.required(parameters, "sessionId"), Wire.map(parameters, "targetInfo"));
                case "Target.detachedFromTarget" -> detached(Wire.required(parameters, "sessionId"));
                default -> {
                    if (session != null) {
                        tell(session, event, parameters);
                    }
                }
            }
        }

        private void tell(String session, String event, Map<String, Object> parameters) {
            var listener = sessions.get(session);
            if (listener != null) {
                listener.hear(session, event, parameters);
            }
        }

        private void attached(String session, Map<String, Object> target) {
            var listener = contexts.get(String.valueOf(Wire.text(target, "browserContextId")));
            if (listener == null) {
                begin(session, LET_GO, Map.of());
                begin(null, "Target.detachFromTarget", Map.of("sessionId", session));
            } else {
                sessions.put(session, listener);
                listener.attached(session, target);
            }
        }

        private void detached(String session) {
            devTools.ended(session);
            var listener = sessions.remove(session);
            if (listener != null) {
                listener.detached(session);
            }
        }

        @Override
        public void closed() {
            declareLost("The connection to the browser has ended");
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
            devTools.close();
            ProcessTree.awaitEnd(members);
            cleanUp.run();
        }
    }

    private void quitPolitely() {
        var quit = CompletableFuture.runAsync(driver::quit, task -> Thread.startVirtualThread(task));
        try {
            quit.get(QUIT_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException impolite) {
            LOG.debug("The browser did not quit by itself", impolite);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
