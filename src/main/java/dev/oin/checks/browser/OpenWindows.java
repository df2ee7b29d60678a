package dev.oin.checks.browser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/** The windows of one context; the newest one is what a person would look at. Also wakes whoever waits for something to happen. */
final class OpenWindows {

    /** What may change what a page shows, or whether it is done. */
    private static final Set<String> NEWS = Set.of(
            "Network.requestWillBeSent",
            "Network.loadingFinished",
            "Network.loadingFailed",
            "Page.frameNavigated",
            "Page.frameStoppedLoading",
            "Page.navigatedWithinDocument");

    private static final Set<String> STEPS_OF_A_PAGE = Set.of("DOMContentLoaded", "load");

    private final Deque<Window> windows = new ArrayDeque<>();
    private long news;

    synchronized void appear(Window window) {
        windows.addLast(window);
        tell();
    }

    synchronized void vanish(String session) {
        windows.removeIf(window -> window.session().equals(session));
        tell();
    }

    synchronized void hear(String session, String event, Map<String, Object> parameters) {
        windows.stream()
                .filter(window -> window.session().equals(session))
                .forEach(window -> window.hear(event, parameters));
        if (NEWS.contains(event) || STEPS_OF_A_PAGE.contains(String.valueOf(parameters.get("name")))) {
            tell();
        }
    }

    private void tell() {
        news++;
        notifyAll();
    }

    /** How much has happened so far. */
    synchronized long news() {
        return news;
    }

    /** The window on top. */
    synchronized Window top() {
        var top = windows.peekLast();
        if (top == null) {
            throw new BrowserLost("The page closed its window");
        }
        return top;
    }

    /** Waits until something happens, or so many milliseconds. */
    synchronized void pause(long millis) throws InterruptedException {
        wait(millis);
    }
}
