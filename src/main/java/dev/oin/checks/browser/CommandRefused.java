package dev.oin.checks.browser;

/** The browser is well and answered a command with an error, such as {@code no such frame} while a page is being replaced. */
final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    CommandRefused(String command, String code, String reason) {
        super(command + ": " + code + ": " + reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
