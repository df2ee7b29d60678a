package dev.oin.checks.browser;

import java.time.Duration;

/** The work in a context took longer than it was given. */
public final class DeadlinePassed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeadlinePassed(Duration deadline) {
        super("Not done within " + deadline.toSeconds() + " s");
    }
}
