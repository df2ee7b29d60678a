package dev.oin.submission;

import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.SubmissionId;
import java.util.Optional;

/** All submissions, as other modules read them. */
public interface Submissions {

    /** The submission with the id, whoever owns it; for the team and the pipeline itself. */
    Optional<Submission> find(SubmissionId id);

    /** The organisation's own submission; empty for another organisation's id. */
    Optional<Submission> find(SubmissionId id, OrganizationId owner);

    /** The integration's submission that was started last: the one that is worked on, if any is. */
    Optional<Submission> newest(IntegrationId integration);

    /** The submission with the id, which exists: its id came from our own tables. */
    Submission get(SubmissionId id);
}
