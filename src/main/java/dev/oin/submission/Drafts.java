package dev.oin.submission;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;

/** The engine's side of drafts; called in the transaction of the use case. */
public interface Drafts {

    /** Starts the pipeline for a new submission. */
    void start(SubmissionId submission, SubmissionKind kind, AccountId initiator);

    /** Remembers the wizard's page the ISV turned to; does nothing where the submission is not being written. */
    void turnTo(SubmissionId submission, WizardPage page);

    /** Ends the pipeline of a deleted draft (T17). */
    void delete(SubmissionId submission);
}
