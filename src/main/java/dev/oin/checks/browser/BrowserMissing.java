package dev.oin.checks.browser;

/** There is no browser to start on this machine, or it does not start. */
public final class BrowserMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrowserMissing(String message) {
        super(message);
    }

    BrowserMissing(String message, Throwable cause) {
        super(message, cause);
    }
}
