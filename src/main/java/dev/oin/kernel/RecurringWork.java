package dev.oin.kernel;

import java.time.Duration;

/** Something to look after again and again while the product runs, on each node; one that fails is tried again at its next turn. */
public interface RecurringWork {

    /** What it is, in words for the log. */
    String what();

    /** How long to wait before the first turn and after each one. */
    Duration pause();

    void run();
}
