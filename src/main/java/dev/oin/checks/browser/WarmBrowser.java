package dev.oin.checks.browser;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one browser process warm, replaces it when it is worn or lost, and lets in no more contexts than there are slots. */
final class WarmBrowser implements Browser, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WarmBrowser.class);

    private final Supplier<RunningBrowser> start;
    private final Semaphore slots;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<RunningBrowser, Integer> openContexts = new HashMap<>();
    private @Nullable RunningBrowser current;
    private boolean closed;

    WarmBrowser(int openContexts, Supplier<RunningBrowser> start) {
        this.start = start;
        this.slots = new Semaphore(openContexts, true);
    }

    @Override
    public <T> T inFreshContext(Terms terms, Function<BrowserTab, T> work) {
        slots.acquireUninterruptibly();
        try {
            return once(terms, work);
        } catch (BrowserLost lost) {
            LOG.warn("Trying again in a new browser: {}", lost.getMessage());
            return once(terms, work);
        } finally {
            slots.release();
        }
    }

    private <T> T once(Terms terms, Function<BrowserTab, T> work) {
        var browser = enter();
        try (var context = IsolatedContext.open(browser, terms)) {
            return work.apply(context.tab());
        } catch (NoAnswer silent) {
            browser.declareLost(silent.getMessage());
            throw new BrowserLost("The browser does not answer", silent);
        } finally {
            leave(browser);
        }
    }

    private RunningBrowser enter() {
        lock.lock();
        try {
            if (closed) {
                throw new BrowserMissing("The product is shutting down");
            }
            var browser = fit();
            openContexts.merge(browser, 1, Integer::sum);
            browser.countContext();
            return browser;
        } finally {
            lock.unlock();
        }
    }

    private RunningBrowser fit() {
        var browser = current;
        if (browser != null && (browser.isLost() || browser.isWorn())) {
            retire(browser);
            browser = null;
        }
        if (browser == null) {
            browser = start.get();
            current = browser;
        }
        return browser;
    }

    private void retire(RunningBrowser browser) {
        current = null;
        if (!openContexts.containsKey(browser)) {
            Thread.startVirtualThread(browser::end);
        }
    }

    private void leave(RunningBrowser browser) {
        if (isLastOfARetiredOne(browser)) {
            browser.end();
        }
    }

    private boolean isLastOfARetiredOne(RunningBrowser browser) {
        lock.lock();
        try {
            if (openContexts.merge(browser, -1, Integer::sum) > 0) {
                return false;
            }
            openContexts.remove(browser);
            if (browser == current && browser.isLost()) {
                current = null;
            }
            return browser != current;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            openContexts.keySet().forEach(RunningBrowser::end);
            if (current != null) {
                current.end();
                current = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
