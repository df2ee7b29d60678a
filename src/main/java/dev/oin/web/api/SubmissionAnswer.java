package dev.oin.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.Rejections;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.SubmissionState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A submission, as the API shows it.
 *
 * @param expectedDate by when the team's current phase ends
 * @param rejection why it was closed and where to appeal; null where it was not
 * @param version the latest version's number, 0 where none was cut
 */
record SubmissionAnswer(
        SubmissionId id,
        IntegrationId integrationId,
        SubmissionKind kind,
        SubmissionState state,
        String stateLabel,
        String detailedLabel,
        SubmissionState.WaitsFor waitsFor,
        @Nullable Instant expectedDate,
        int version,
        @Nullable Integer submittedVersion,
        int round,
        Set<Protocol> protocols,
        ObjectNode configuration,
        ObjectNode testInformation,
        @Nullable LogoAnswer logo,
        List<Problem> problems,
        Rejections.@Nullable Rejection rejection,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy) {

    /** The logo's facts. */
    record LogoAnswer(String mediaType, int width, int height, int bytes) {}
}
