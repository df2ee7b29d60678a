package dev.oin.submission;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;

/** Freezes what the ISV submits; called in the transaction of the submit call. */
public interface HandIn {

    /** Cuts the version of the current content, counts the round, and remembers who submitted; harmless if repeated within the same round and state. */
    Version handIn(SubmissionId submission, AccountId by);
}
