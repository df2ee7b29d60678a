package dev.oin.workflow;

import dev.oin.insight.FlowLog;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ReviewSteps;
import dev.oin.review.Reviewers;
import dev.oin.submission.Submissions;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a person's task be completed by our use cases only, a review be held by those who may review it, and tells the review desk of its tasks. */
@Component
class TaskGuard implements TaskListener {

    private final Position position;
    private final ReviewSteps steps;
    private final Reviewers reviewers;
    private final Submissions submissions;
    private final FlowLog flow;

    TaskGuard(Position position, ReviewSteps steps, Reviewers reviewers, Submissions submissions, FlowLog flow) {
        this.position = position;
        this.steps = steps;
        this.reviewers = reviewers;
        this.submissions = submissions;
        this.flow = flow;
    }

    @Override
    public void notify(DelegateTask task) {
        var submission = SubmissionId.of(task.getExecution().getProcessBusinessKey());
        switch (task.getEventName()) {
            case EVENTNAME_COMPLETE -> refuseWithoutDecision(task, submission);
            case EVENTNAME_CREATE -> {
                if (isReview(task)) {
                    open(task, submission);
                }
            }
            case EVENTNAME_ASSIGNMENT -> {
                if (isReview(task)) {
                    var assignee = task.getAssignee() == null ? null : AccountId.of(task.getAssignee());
                    refuseToGive(submission, assignee);
                    steps.assigned(submission, assignee);
                    flow.assigned(submission, task.getTaskDefinitionKey(), assignee);
                }
            }
            case String other -> throw new IllegalStateException("Not listened to: " + other);
        }
    }

    /** The description is what Tasklist's filters by protocol look at. */
    private void open(DelegateTask task, SubmissionId submission) {
        task.setDescription(protocols(submissions.get(submission).content().protocols()));
        steps.opened(submission, task.getTaskDefinitionKey());
        steps.reviewerToReturnTo(submission)
                .filter(reviewer -> reviewers.refusal(submission, reviewer).isEmpty())
                .ifPresent(reviewer -> task.setAssignee(reviewer.toString()));
    }

    static String protocols(Collection<Protocol> protocols) {
        return protocols.stream().map(Protocol::label).collect(Collectors.joining(", "));
    }

    /** Tasklist gives tasks without asking our use cases (AC-11). */
    private void refuseToGive(SubmissionId submission, @Nullable AccountId assignee) {
        if (assignee != null) {
            reviewers.refusal(submission, assignee).ifPresent(because -> {
                throw new ProcessEngineException(because);
            });
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
