package dev.oin.workflow;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;

/** Work that leaves the database; executed by a {@link Worker} with no transaction open. */
interface ExternalWork {

    /** The external tasks it does, by their topics. */
    Set<String> topics();

    /** How many of them this node does at a time. */
    int slots();

    /** Does the work; may be called again for the same task at any time. */
    Ending perform(LockedExternalTask task);

    /** How it ended. */
    sealed interface Ending {

        /**
         * It is done.
         *
         * @param variables what the process goes on with
         * @param record writes the result, in the transaction that completes the task
         */
        record Done(Map<String, Object> variables, Runnable record) implements Ending {

            /** Done, with nothing more to write. */
            static Done plainly() {
                return new Done(Map.of(), () -> {});
            }
        }

        /** Somebody else has it in hand; the task is taken again after a short while. */
        record Later() implements Ending {}
    }
}
