package dev.oin.submission;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;

/**
 * A numbered, immutable snapshot of an integration's content; numbers count per integration, from 1.
 *
 * @param hash hash of the content's canonical form
 */
public record Version(
        IntegrationId integration,
        int number,
        SubmissionId submission,
        String hash,
        Content content,
        AccountId cutBy,
        Instant cutAt) {}
