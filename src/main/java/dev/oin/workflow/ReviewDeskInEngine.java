package dev.oin.workflow;

import dev.oin.insight.FlowLog;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ReviewDesk;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The review desk's tasks as the engine's. */
@Component
class ReviewDeskInEngine implements ReviewDesk {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Position position;
    private final BoundaryTimers timers;
    private final FlowLog flow;

    ReviewDeskInEngine(
            RuntimeService runtime, TaskService tasks, Position position, BoundaryTimers timers, FlowLog flow) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.position = position;
        this.timers = timers;
        this.flow = flow;
    }

    @Override
    public Optional<ReviewTask> taskOf(SubmissionId submission) {
        return position.review(submission)
                .map(task -> new ReviewTask(
                        task.getTaskDefinitionKey(),
                        task.getAssignee() == null ? null : AccountId.of(task.getAssignee()),
                        task.getCreateTime().toInstant(),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant()));
    }

    @Override
    @Transactional
    public void assign(SubmissionId submission, @Nullable AccountId assignee) {
        tasks.setAssignee(openTask(submission).getId(), assignee == null ? null : assignee.toString());
    }

    @Override
    @Transactional
    public void decided(SubmissionId submission, Outcome outcome, AccountId by) {
        position.lock(submission);
        position.complete(openTask(submission), Map.of());
    }

    @Override
    @Transactional
    public void replied(SubmissionId submission, AccountId by) {
        position.lock(submission);
        var task = position.fix(submission)
                .orElseThrow(() -> new IllegalStateException("Submission " + submission + " has no issues to resolve"));
        position.complete(task, Variable.RESOLUTION.is(Resolution.FIXED_ELSEWHERE.name()));
    }

    @Override
    @Transactional
    public void withdraw(SubmissionId submission, AccountId by) {
        position.lock(submission);
        runtime.createMessageCorrelation("SubmissionWithdrawn")
                .processInstanceBusinessKey(submission.toString())
                .correlate();
    }

    @Override
    @Transactional
    public void moveDueDate(SubmissionId submission, Instant due) {
        position.lock(submission);
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(submission.toString())
                .list()) {
            runtime.setVariable(instance.getId(), Variable.REVIEW_DEADLINE.name(), Date.from(due));
        }
        position.review(submission).ifPresent(task -> {
            task.setDueDate(Date.from(due));
            tasks.saveTask(task);
            timers.restart(task);
            flow.promised(submission, task.getTaskDefinitionKey(), due);
        });
    }

    private Task openTask(SubmissionId submission) {
        return position.review(submission)
                .orElseThrow(() -> new IllegalStateException("Submission " + submission + " has no open review task"));
    }
}
