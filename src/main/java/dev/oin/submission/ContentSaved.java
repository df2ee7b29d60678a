package dev.oin.submission;

import dev.oin.kernel.SubmissionId;

/** A submission's pages changed; published within the transaction. */
public record ContentSaved(SubmissionId submission) {}
