package dev.oin.checks.browser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
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
    public <T> T inFreshContexts(Terms terms, BiFunction<BrowserTab, Second, T> work) {
        try {
            return once(terms, work);
        } catch (BrowserLost lost) {
            LOG.warn("Trying again in a new browser: {}", lost.getMessage());
            return once(terms, work);
        }
    }

    private <T> T once(Terms terms, BiFunction<BrowserTab, Second, T> work) {
        slots.acquireUninterruptibly();
        var opened = new ArrayDeque<AutoCloseable>(List.of(slots::release));
        try {
            var browser = enter();
            opened.push(() -> leave(browser));
            return in(browser, terms, work, opened);
        } finally {
            Thread.startVirtualThread(() -> opened.forEach(WarmBrowser::close));
        }
    }

    /** What is opened here is closed by the caller, after the work's result has gone on its way. */
    private static <T> T in(
            RunningBrowser browser, Terms terms, BiFunction<BrowserTab, Second, T> work, Deque<AutoCloseable> opened) {
        try {
            var context = IsolatedContext.open(browser, terms);
            opened.push(context);
            var second = new SecondContext(() -> IsolatedContext.open(browser, terms));
            opened.push(second);
            return work.apply(context.tab(), second);
        } catch (NoAnswer silent) {
            browser.declareLost(silent.getMessage());
            throw new BrowserLost("The browser does not answer", silent);
        }
    }

    private static void close(AutoCloseable opened) {
        try {
            opened.close();
        } catch (Exception failed) {
            LOG.warn("A browser context could not be closed", failed);
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
