package dev.oin.workflow;

import dev.oin.catalog.PublicationTimer;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The date of {@code whenPublish}: told to the process beforehand, or to the timer that waits for it. */
@Component
class PublicationTimerInEngine implements PublicationTimer {

    static final String WAIT = "publicationDateReached";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Position position;

    PublicationTimerInEngine(RuntimeService runtime, ManagementService management, Position position) {
        this.runtime = runtime;
        this.management = management;
        this.position = position;
    }

    @Override
    @Transactional
    public void publishAt(SubmissionId submission, @Nullable Instant at) {
        position.lock(submission);
        var process = runtime.createProcessInstanceQuery()
                .processDefinitionKey("oinSubmission")
                .processInstanceBusinessKey(submission.toString())
                .singleResult();
        if (process == null) {
            throw new IllegalStateException("Submission " + submission + " is in no process");
        }
        runtime.setVariable(process.getId(), Variable.PUBLISH_AT.name(), at == null ? null : Date.from(at));
        Job waiting = management
                .createJobQuery()
                .processInstanceId(process.getId())
                .activityId(WAIT)
                .timers()
                .singleResult();
        if (waiting != null && at == null) {
            management.executeJob(waiting.getId());
        } else if (waiting != null) {
            management.setJobDuedate(waiting.getId(), Date.from(at));
        }
    }
}
