package dev.oin.checks.browser;

/** A command was not answered in time; the browser may be busy or gone. */
final class NoAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String command;

    NoAnswer(String command, Throwable cause) {
        super("No answer to " + command, cause);
        this.command = command;
    }

    @Override
    public String getMessage() {
        return "No answer to " + command;
    }
}
