package dev.oin.gate;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;

/** Moves a submission out of the ISV's hands; implemented by the workflow, in the caller's transaction. */
public interface SubmitPort {

    /**
     * The gate was open; the token moves to the team. Answers false where the engine's own evaluation found it closed, or where another call was first.
     */
    boolean submit(SubmissionId submission, AccountId by);
}
