package dev.oin.checks;

import dev.oin.sandbox.Instance;
import java.util.List;
import java.util.Optional;

/** Checks that are run together and share a set-up; each bean of this type is offered under its name. */
public interface Suite {

    /** What it is asked for by. */
    SuiteName name();

    /** All checks it knows, in the order in which they are listed. */
    List<Check> checks();

    /** Why it is not offered here although it is built; empty where it is. */
    default Optional<String> withheld() {
        return Optional.empty();
    }

    /** Whether the instance is one that it can test; asked where the caller names none. */
    boolean accepts(Instance instance);

    /** Which of its checks the run consists of; called inside a short transaction, before the run is queued. */
    Plan plan(CheckRun run);

    /**
     * Prepares what the checks of the run share; called outside of any transaction, again when a run is resumed, so it first removes what an earlier attempt left behind.
     * A failure ends the run's checks as errored.
     */
    Session open(CheckRun run);

    /** Removes what a run left behind in our own tables, when nobody will resume it; harmless where nothing is. */
    default void sweep(CheckRun run) {}

    /** Takes out of the app what a run left there that nobody will resume, as far as the app answers; called outside of any transaction, harmless where nothing is. */
    default void leaveApp(CheckRun run) {}

    /** What a run would consist of. */
    sealed interface Plan {

        /** These checks, in this order. */
        record Cases(List<Check> checks) implements Plan {
            public Cases {
                checks = List.copyOf(checks);
            }
        }

        /** Nothing can be run, with what to change. */
        record Refused(String reason) implements Plan {}
    }

    /** The shared set-up of one run. */
    interface Session extends AutoCloseable {

        /**
         * Runs one check. An exception means that the world failed: the check is tried once more, then recorded as errored.
         * Called from several threads where {@link #sideBySide()} allows it.
         */
        Outcome verify(Check check, Evidence evidence);

        /** How many checks may run at the same time. */
        default int sideBySide() {
            return 1;
        }

        /** Removes what the run made; never throws for what it could not remove, but reports it. */
        @Override
        void close();
    }
}
