package dev.oin.submission;

import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import java.util.List;

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
}
