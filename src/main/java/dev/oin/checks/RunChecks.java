package dev.oin.checks;

import dev.oin.kernel.RunId;

/** Executes a run; may be called again for the same run at any time and then does only what has no result yet. Called outside of any transaction. */
public interface RunChecks {

    /** Runs to the end, unless another node holds the run or it was cancelled. Trouble with an app or a browser ends in results, not in exceptions. */
    Ending run(RunId run);

    /** How the call ended. */
    sealed interface Ending {

        /** Every check has a result. */
        record Finished(Verdict verdict) implements Ending {}

        /** The run was cancelled, before or meanwhile. */
        record Cancelled() implements Ending {}

        /** Another worker executes it; ask again when its lease may have ended. */
        record HeldElsewhere() implements Ending {}
    }
}
