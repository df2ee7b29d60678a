package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision of the past. */
public record RecordedDecision(
        UUID id,
        SubmissionId submission,
        ReviewPhase phase,
        int round,
        @Nullable Integer version,
        ReviewDesk.Outcome outcome,
        String note,
        AccountId decidedBy,
        Instant decidedAt) {}
