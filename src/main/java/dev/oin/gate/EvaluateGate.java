package dev.oin.gate;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import java.util.Optional;

/** Says what keeps a submission from leaving the ISV's hands. */
public interface EvaluateGate {

    /** The gate of the caller's own submission; staff see every submission's. Empty where the caller has no such submission. */
    Optional<Gate> evaluate(SubmissionId submission, Caller caller);

    /** Whether the gate is open for the member whose submit call runs in this transaction; for the process itself. */
    boolean isOpenForSubmitter(SubmissionId submission);
}
