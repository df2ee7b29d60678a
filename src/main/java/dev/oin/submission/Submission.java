package dev.oin.submission;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an ISV hands in: one pass of an integration through the pipeline.
 *
 * @param contentHash hash of the content's canonical form; equal content has an equal hash
 * @param version the number of the latest version cut from this submission, 0 where none was
 * @param submittedVersion the version that was last submitted
 * @param round how many times it was submitted
 * @param revision grows with every effective save; the ETag
 */
public record Submission(
        SubmissionId id,
        IntegrationId integration,
        OrganizationId organization,
        SubmissionKind kind,
        SubmissionState state,
        Content content,
        String contentHash,
        int version,
        @Nullable Integer submittedVersion,
        int round,
        long revision,
        AccountId createdBy,
        Instant createdAt,
        AccountId updatedBy,
        Instant updatedAt,
        @Nullable AccountId submittedBy,
        @Nullable Instant submittedAt) {

    /** The integration's name as far as it is known. */
    public String displayName() {
        var name = content.configuration().catalog().displayName();
        return name == null || name.isBlank() ? "Untitled integration" : name;
    }
}
