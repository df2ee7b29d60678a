package dev.oin.workflow;

import dev.oin.insight.FlowLog;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ReviewSteps;
import java.util.Arrays;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Lets a person's task be completed by our use cases only, and tells the review desk of its tasks. */
@Component
class TaskGuard implements TaskListener {

    private final Position position;
    private final ReviewSteps steps;
    private final FlowLog flow;

    TaskGuard(Position position, ReviewSteps steps, FlowLog flow) {
        this.position = position;
        this.steps = steps;
        this.flow = flow;
    }

    @Override
    public void notify(DelegateTask task) {
        var submission = SubmissionId.of(task.getExecution().getProcessBusinessKey());
        switch (task.getEventName()) {
            case EVENTNAME_COMPLETE -> refuseWithoutDecision(task, submission);
            case EVENTNAME_CREATE -> {
                if (isReview(task)) {
                    steps.opened(submission, task.getTaskDefinitionKey());
                    steps.reviewerToReturnTo(submission).ifPresent(reviewer -> task.setAssignee(reviewer.toString()));
                }
            }
            case EVENTNAME_ASSIGNMENT -> {
                if (isReview(task)) {
                    var assignee = task.getAssignee() == null ? null : AccountId.of(task.getAssignee());
                    steps.assigned(submission, assignee);
                    flow.assigned(submission, task.getTaskDefinitionKey(), assignee);
                }
            }
            case String other -> throw new IllegalStateException("Not listened to: " + other);
        }
    }

    private void refuseWithoutDecision(DelegateTask task, SubmissionId submission) {
        var decided = !isReview(task) || steps.hasDecision(submission);
        if (!position.isBeingCompleted(task.getId()) || !decided) {
            throw new ProcessEngineException(
                    "This task is completed by its own page, with a decision that it records.");
        }
    }

    private static boolean isReview(DelegateTask task) {
        return Arrays.asList(Position.REVIEW_TASKS).contains(task.getTaskDefinitionKey());
    }
}
