package dev.oin.checks.browser;

/** The browser is well and answered a command with an error, such as a context that is gone while a page is being replaced. */
final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandRefused(String command, String reason) {
        super(command + ": " + reason);
    }
}
