package dev.oin.workflow;

import dev.oin.kernel.SubmissionId;
import dev.oin.submission.WizardPage;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where a submission's token is, and the only way to complete a person's task. */
@Component
class Position {

    static final String RESOLVE_ISSUES = "resolveIssues";
    static final String[] REVIEW_TASKS = {"initialReview", "catalogReview", "verifyInQa"};
    private static final String[] PAGES =
            Arrays.stream(WizardPage.values()).map(WizardPage::task).toArray(String[]::new);

    private final TaskService tasks;
    private final JdbcClient database;

    Position(TaskService tasks, JdbcClient database) {
        this.tasks = tasks;
        this.database = database;
    }

    /** Lets one transaction at a time move the submission's token. */
    void lock(SubmissionId submission) {
        database.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) as taken")
                .param("key", "move " + submission)
                .query(Integer.class)
                .single();
    }

    /** The wizard's page at hand. */
    Optional<Task> page(SubmissionId submission) {
        return task(submission, PAGES);
    }

    /** The task of the ISV's that is open while it resolves issues. */
    Optional<Task> fix(SubmissionId submission) {
        return task(submission, RESOLVE_ISSUES);
    }

    /** What the ISV has at hand: a page, or its issues. */
    Optional<Task> withIsv(SubmissionId submission) {
        return task(
                submission,
                Stream.concat(Arrays.stream(PAGES), Stream.of(RESOLVE_ISSUES)).toArray(String[]::new));
    }

    /** The team's open task. */
    Optional<Task> review(SubmissionId submission) {
        return task(submission, REVIEW_TASKS);
    }

    /** Completes the task on behalf of a use case. */
    void complete(Task task, Map<String, Object> variables) {
        TransactionSynchronizationManager.bindResource(this, task.getId());
        try {
            tasks.complete(task.getId(), variables);
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
        }
    }

    /** Whether a use case is completing the task just now. */
    boolean isBeingCompleted(String task) {
        return task.equals(TransactionSynchronizationManager.getResource(this));
    }

    private Optional<Task> task(SubmissionId submission, String... elements) {
        return Optional.ofNullable(tasks.createTaskQuery()
                .processInstanceBusinessKey(submission.toString())
                .taskDefinitionKeyIn(elements)
                .singleResult());
    }
}
