package dev.oin.checks.browser;

import dev.oin.checks.browser.RunningBrowser.SessionListener;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A browser context with one tab in it: own cookies, own storage, own proxy, own capture. */
final class IsolatedContext implements AutoCloseable {

    private static final Duration REMOVED_WITHIN = Duration.ofSeconds(5);

    private static final int KEPT_BODY = 1024 * 1024;
    private static final int KEPT_BODIES = 64 * KEPT_BODY;

    /** Bodies are kept beside the pages, for a page that sends a form on at once is gone before anybody can ask it. */
    private static final Map<String, Object> CAPTURE = Map.of(
            "maxTotalBufferSize",
            KEPT_BODIES,
            "maxResourceBufferSize",
            KEPT_BODY,
            "maxPostDataSize",
            KEPT_BODY,
            "enableDurableMessages",
            true);

    private final RunningBrowser browser;
    private final String id;
    private final Deadline deadline;
    private final OpenWindows windows = new OpenWindows();
    private final TrafficRecorder traffic = new TrafficRecorder();
    private final BrowserTab tab = new DevToolsTab(this, windows, traffic);

    /** Answered once what was attached last is followed. */
    private volatile CompletableFuture<Map<String, Object>> letGo = CompletableFuture.completedFuture(Map.of());

    private IsolatedContext(RunningBrowser browser, String id, Duration deadline) {
        this.browser = browser;
        this.id = id;
        this.deadline = new Deadline(deadline, this::takeAway);
    }

    static IsolatedContext open(RunningBrowser browser, Browser.Terms terms) {
        browser.countContext();
        var created =
                browser.send(null, "Target.createBrowserContext", parameters(terms.proxy()), RunningBrowser.NEVER);
        var context = new IsolatedContext(browser, Wire.required(created, "browserContextId"), terms.deadline());
        try {
            context.prepare();
            return context;
        } catch (RuntimeException failed) {
            context.close();
            throw failed;
        }
    }

    private static Map<String, Object> parameters(@Nullable URI proxy) {
        return proxy == null
                ? Map.of("disposeOnDetach", true)
                : Map.of(
                        "disposeOnDetach",
                        true,
                        "proxyServer",
                        proxy.getHost() + ":" + proxy.getPort(),
                        "proxyBypassList",
                        "<-loopback>");
    }

    private void prepare() {
        browser.listen(id, new Sessions());
        browser.send(
                null, "Target.createTarget", Map.of("url", "about:blank", "browserContextId", id), deadline.passed());
        browser.await(letGo, RunningBrowser.LET_GO, deadline.passed());
    }

    BrowserTab tab() {
        return tab;
    }

    Map<String, Object> send(String session, String command, Map<String, Object> parameters) {
        return browser.send(session, command, parameters, deadline.passed());
    }

    Map<String, Object> send(String session, String command, Map<String, Object> parameters, Duration within) {
        return browser.send(session, command, parameters, deadline.passed(), within);
    }

    /** Sends a command whose answer is awaited later. */
    CompletableFuture<Map<String, Object>> begin(String session, String command, Map<String, Object> parameters) {
        return browser.begin(session, command, parameters);
    }

    Map<String, Object> await(CompletableFuture<Map<String, Object>> answer, String command) {
        return browser.await(answer, command, deadline.passed());
    }

    Map<String, Object> await(CompletableFuture<Map<String, Object>> answer, String command, Duration within) {
        return browser.await(answer, command, deadline.passed(), within);
    }

    /** Throws when the time is over, or the browser is lost. */
    void requireUsable() {
        deadline.respect();
        browser.requireAlive();
    }

    @Override
    public void close() {
        deadline.close();
        if (!deadline.passed().isDone() && !browser.isLost()) {
            release();
        }
        browser.forget(id);
    }

    private void release() {
        try {
            browser.send(
                    null,
                    "Target.disposeBrowserContext",
                    Map.of("browserContextId", id),
                    RunningBrowser.NEVER,
                    REMOVED_WITHIN);
        } catch (CommandRefused | BrowserLost | NoAnswer stuck) {
            browser.declareLost("A context could not be removed: " + stuck.getMessage());
        }
    }

    /** The time is over: the context goes, and where it does not let go, the browser. */
    private void takeAway() {
        release();
        browser.forget(id);
        if (browser.isLost()) {
            browser.processes().end();
        }
    }

    /** What the browser tells of the context's pages, frames and workers. */
    private final class Sessions implements SessionListener {

        @Override
        public void attached(String session, Map<String, Object> target) {
            if ("page".equals(Wire.text(target, "type"))) {
                var id = Wire.required(target, "targetId");
                traffic.window(id);
                windows.appear(new Window(id, session));
                begin(session, "Page.enable", Map.of());
                begin(session, "Page.setLifecycleEventsEnabled", Map.of("enabled", true));
                begin(session, "Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
            }
            begin(session, "Network.enable", CAPTURE);
            begin(session, "Target.setAutoAttach", RunningBrowser.ATTACH);
            letGo = begin(session, RunningBrowser.LET_GO, Map.of());
        }

        @Override
        public void hear(String session, String event, Map<String, Object> parameters) {
            traffic.hear(session, event, parameters);
            if (event.equals("Page.javascriptDialogOpening")) {
                answerDialog(session, "beforeunload".equals(Wire.text(parameters, "type")));
            }
            windows.hear(session, event, parameters);
        }

        /** Nobody reads it; a page that asks whether to be left is left. */
        private void answerDialog(String session, boolean yes) {
            begin(session, "Page.handleJavaScriptDialog", Map.of("accept", yes));
        }

        @Override
        public void detached(String session) {
            windows.vanish(session);
        }
    }
}
