package dev.oin.workflow;

import dev.oin.catalog.Publication;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ReviewSteps;
import java.util.Set;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/** The last look before publication (review-process 5). */
@Component
class PublicationWork implements ExternalWork {

    private static final int SLOTS = 2;

    private final Publication publication;
    private final ReviewSteps steps;

    PublicationWork(Publication publication, ReviewSteps steps) {
        this.publication = publication;
        this.steps = steps;
    }

    @Override
    public Set<String> topics() {
        return Set.of("checkBeforePublication");
    }

    @Override
    public int slots() {
        return SLOTS;
    }

    @Override
    public Ending perform(LockedExternalTask task) {
        var submission = SubmissionId.of(task.getBusinessKey());
        var obstacles = publication.findObstacles(submission);
        return obstacles.isEmpty()
                ? new Ending.Done(Variable.PUBLICATION_OUTCOME.is("READY"), () -> publication.reserve(submission))
                : new Ending.Done(
                        Variable.PUBLICATION_OUTCOME.is("BLOCKED"),
                        () -> steps.raisePublicationIssues(submission, obstacles));
    }
}
