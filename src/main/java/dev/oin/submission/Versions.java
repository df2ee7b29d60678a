package dev.oin.submission;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.SubmissionId;
import java.util.List;
import java.util.Optional;

/** The numbered snapshots of all integrations. */
public interface Versions {

    /** The version that equals the submission's current content; cut now if the content differs from the last one. */
    Version cut(SubmissionId submission, AccountId by);

    /** One version. */
    Optional<Version> find(IntegrationId integration, int number);

    /** All versions of the integration, newest first. */
    List<Version> of(IntegrationId integration);
}
