package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A date that the team promised.
 *
 * @param reason why the date moved; null for the first one of a phase
 * @param setBy null for the pipeline itself
 */
public record Promise(
        SubmissionId submission,
        ReviewPhase phase,
        int round,
        Instant due,
        @Nullable String reason,
        @Nullable AccountId setBy,
        Instant setAt) {}
