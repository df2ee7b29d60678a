package dev.oin.submission;

import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.SubmissionId;

/** A draft is about to be gone; published within the transaction, so that later stages forget what they keep of it. */
public record DraftDeleted(SubmissionId submission, IntegrationId integration) {}
