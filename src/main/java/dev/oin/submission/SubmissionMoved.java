package dev.oin.submission;

import dev.oin.kernel.SubmissionId;

/** A submission entered a state; published within the transaction. */
public record SubmissionMoved(SubmissionId submission, SubmissionState state) {}
