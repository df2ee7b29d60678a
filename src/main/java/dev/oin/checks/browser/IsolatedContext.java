package dev.oin.checks.browser;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A user context of the browser with one tab in it: own cookies, own storage, own proxy, own capture. */
final class IsolatedContext implements AutoCloseable {

    private static final int COLLECTED_BODY = 1024 * 1024;
    private static final Duration REMOVED_WITHIN = Duration.ofSeconds(5);
    private static final CompletableFuture<Map<String, Object>> NEVER = new CompletableFuture<>();

    private final RunningBrowser browser;
    private final String id;
    private final Deadline deadline;
    private @Nullable String subscription;
    private @Nullable String collector;
    private @Nullable BidiTab tab;

    private IsolatedContext(RunningBrowser browser, String id, Duration deadline) {
        this.browser = browser;
        this.id = id;
        this.deadline = new Deadline(deadline, this::takeAway);
    }

    static IsolatedContext open(RunningBrowser browser, Browser.Terms terms) {
        browser.countContext();
        var created = browser.send("browser.createUserContext", parameters(terms.proxy()), NEVER);
        var context = new IsolatedContext(browser, Wire.required(created, "userContext"), terms.deadline());
        try {
            context.prepare();
            return context;
        } catch (RuntimeException failed) {
            context.close();
            throw failed;
        }
    }

    private static Map<String, Object> parameters(@Nullable URI proxy) {
        if (proxy == null) {
            return Map.of();
        }
        var address = proxy.getHost() + ":" + proxy.getPort();
        return Map.of(
                "proxy",
                Map.of(
                        "proxyType",
                        "manual",
                        "httpProxy",
                        address,
                        "sslProxy",
                        address,
                        "noProxy",
                        List.of("<-loopback>")));
    }

    private void prepare() {
        var mine = List.of(id);
        var traffic = new TrafficRecorder();
        var windows = new OpenWindows();
        browser.listen(id, (event, parameters) -> {
            traffic.hear(event, parameters);
            windows.hear(event, parameters);
        });
        subscription = Wire.text(
                send("session.subscribe", Map.of("events", BrowserStart.EVENTS, "userContexts", mine)), "subscription");
        var collecting = send(
                "network.addDataCollector",
                Map.of(
                        "dataTypes",
                        List.of("request", "response"),
                        "maxEncodedDataSize",
                        COLLECTED_BODY,
                        "userContexts",
                        mine));
        var data = Wire.required(collecting, "collector");
        collector = data;
        var window = send("browsingContext.create", Map.of("type", "tab", "userContext", id));
        windows.first(Wire.required(window, "context"));
        tab = new BidiTab(this, windows, traffic, data);
    }

    BrowserTab tab() {
        if (tab == null) {
            throw new IllegalStateException("The context " + id + " has no tab");
        }
        return tab;
    }

    Map<String, Object> send(String method, Map<String, Object> parameters) {
        return browser.send(method, parameters, deadline.passed());
    }

    Map<String, Object> send(String method, Map<String, Object> parameters, Duration within) {
        return browser.send(method, parameters, deadline.passed(), within);
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
            if (collector != null) {
                tidy("network.removeDataCollector", Map.of("collector", collector));
            }
            if (subscription != null) {
                tidy("session.unsubscribe", Map.of("subscriptions", List.of(subscription)));
            }
            tidy("browser.removeUserContext", Map.of("userContext", id));
        } catch (CommandRefused | BrowserLost | NoAnswer stuck) {
            browser.declareLost("A context could not be removed: " + stuck.getMessage());
        }
    }

    private void tidy(String method, Map<String, Object> parameters) {
        browser.send(method, parameters, NEVER, REMOVED_WITHIN);
    }

    /** The time is over: the context goes, and where it does not let go, the browser. */
    private void takeAway() {
        release();
        browser.forget(id);
        if (browser.isLost()) {
            browser.processes().end();
        }
    }
}
