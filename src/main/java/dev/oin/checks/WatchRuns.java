package dev.oin.checks;

import dev.oin.kernel.RunId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows runs while they go on, whichever node executes them. */
public interface WatchRuns {

    /** Calls the listener with everything that has happened after the sequence number (0 for all) and then as it happens, in order, ending with {@link RunEvent.Over}. */
    Subscription watch(RunId run, long afterSequence, Consumer<RunEvent> listener);

    /** Answers when the run is over, or with its state when the patience has ended. */
    Optional<CheckRun> awaitOver(RunId run, Duration patience);

    /** Ends the watching. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
