package dev.oin.submission;

import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.Optional;

/** What customers have of an integration; implemented by the catalog. */
public interface PublishedVersions {

    /** What is in the catalog now; empty where the integration was never published, or is retired. */
    Optional<Release> current(IntegrationId integration);

    /**
     * A version in the catalog.
     *
     * @param submission the submission that brought it there
     * @param version the version's number among the integration's versions
     * @param number how many times the integration was published
     */
    record Release(SubmissionId submission, int version, int number, Instant publishedAt) {}
}
