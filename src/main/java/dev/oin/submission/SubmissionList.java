package dev.oin.submission;

import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.SubmissionId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Submissions in lists, the last changed first. */
public interface SubmissionList {

    /** One page of the organisation's submissions. */
    List<Submission> of(OrganizationId organization, long offset, int limit);

    /** How many submissions the organisation has. */
    long countOf(OrganizationId organization);

    /** One page of everybody's submissions, for the team. */
    List<Submission> ofAll(long offset, int limit);

    /** How many submissions there are. */
    long countOfAll();

    /** All submissions of the integration. */
    List<Submission> of(IntegrationId integration);

    /** Where the submissions are now; those that are gone are left out. */
    Map<SubmissionId, SubmissionState> statesOf(Set<SubmissionId> submissions);
}
