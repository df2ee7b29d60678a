package dev.oin.gate;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;

/** Hands an integration in: judges the gate, freezes the version and moves the process, in one transaction. */
public interface SubmitIntegration {

    /**
     * Submits what the caller has seen.
     *
     * @param revision the revision the caller has seen
     * @param certified whether the caller certifies that the required tests were done (G-20); false leaves what was said before
     */
    SubmitOutcome submit(SubmissionId submission, long revision, boolean certified, Caller caller);
}
