package dev.oin.submission;

import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which records are wanted; null leaves a criterion out. */
public record AuditSearch(
        @Nullable SubmissionId submission,
        AuditRecord.@Nullable Kind kind,
        @Nullable Instant from,
        @Nullable Instant before) {

    /** All of one submission. */
    public static AuditSearch of(SubmissionId submission) {
        return new AuditSearch(submission, null, null, null);
    }
}
