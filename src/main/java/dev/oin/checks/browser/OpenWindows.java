package dev.oin.checks.browser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** The windows of one context; the newest one is what a person would look at. Also wakes whoever waits for something to happen. */
final class OpenWindows {

    private final Deque<String> windows = new ArrayDeque<>();

    synchronized void first(String context) {
        windows.remove(context);
        windows.addFirst(context);
    }

    synchronized void hear(String event, Map<String, Object> parameters) {
        var context = Wire.text(parameters, "context");
        if (context != null && parameters.get("parent") == null) {
            switch (event) {
                case "browsingContext.contextCreated" -> appear(context);
                case "browsingContext.contextDestroyed" -> windows.remove(context);
                default -> {}
            }
        }
        notifyAll();
    }

    private void appear(String context) {
        if (!windows.contains(context)) {
            windows.addLast(context);
        }
    }

    /** The window on top. */
    synchronized String top() {
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
