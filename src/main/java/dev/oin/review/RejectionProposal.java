package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.UUID;

/** Somebody wants a submission rejected; another lead has to agree. */
public record RejectionProposal(
        UUID id, SubmissionId submission, String reason, AccountId proposedBy, Instant proposedAt) {}
