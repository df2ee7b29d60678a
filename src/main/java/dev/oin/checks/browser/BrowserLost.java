package dev.oin.checks.browser;

/** The browser's process ended, or does not answer any more. */
public final class BrowserLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrowserLost(String message) {
        super(message);
    }

    BrowserLost(String message, Throwable cause) {
        super(message, cause);
    }
}
