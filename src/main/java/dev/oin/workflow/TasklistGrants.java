package dev.oin.workflow;

import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submissions;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the team may do in Tasklist, and its lists there. Each review task is granted to its group by the engine itself when it is created, so that nobody sees
 * the ISV's tasks; administrators need no grants.
 */
@Component
class TasklistGrants implements ApplicationRunner {

    private static final String ANALYSTS = StaffGroup.ANALYSTS.id();

    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Submissions submissions;
    private final JdbcClient database;

    TasklistGrants(
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks,
            RuntimeService runtime,
            Submissions submissions,
            JdbcClient database) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.runtime = runtime;
        this.submissions = submissions;
        this.database = database;
    }

    /** Nodes may start together: one at a time looks what is missing. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        database.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('tasklist grants', 0))) as taken")
                .query(Integer.class)
                .single();
        grant(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(
                Resources.PROCESS_DEFINITION,
                "oinSubmission",
                Permissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE);
        grant(Resources.PROCESS_DEFINITION, "qaTesting", Permissions.READ, ProcessDefinitionPermissions.READ_INSTANCE);
        grant(Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ);
        offer("My reviews", 0, reviews().taskAssigneeExpression("${currentUser()}"));
        offer("Unclaimed reviews", 10, reviews().taskUnassigned());
        offer("All reviews by due date", 20, reviews());
        offer("Late reviews", 30, reviews().dueBeforeExpression("${now()}"));
        offer("Initial reviews", 40, reviews().taskDefinitionKey("initialReview"));
        offer("QA and final reviews", 50, reviews().taskDefinitionKey("verifyInQa"));
        offer("Catalog reviews", 60, reviews().taskDefinitionKey("catalogReview"));
        for (var protocol : Protocol.values()) {
            offer(
                    protocol.label() + " reviews",
                    70 + protocol.ordinal(),
                    reviews().taskDescriptionLike("%" + protocol.label() + "%"));
        }
        describe();
    }

    /** Reviews that were opened before there were lists by protocol; a description that is missing is like nothing. */
    private void describe() {
        if (reviews().taskDescriptionLike("%").count() < reviews().count()) {
            reviews().list().stream()
                    .filter(task -> task.getDescription() == null)
                    .forEach(this::describe);
        }
    }

    private void describe(Task task) {
        var process = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        var submission = submissions.get(SubmissionId.of(process.getBusinessKey()));
        task.setDescription(TaskGuard.protocols(submission.content().protocols()));
        tasks.saveTask(task);
    }

    private TaskQuery reviews() {
        return tasks.createTaskQuery()
                .taskDefinitionKeyIn(Position.REVIEW_TASKS)
                .orderByDueDate()
                .asc();
    }

    private void offer(String name, int priority, TaskQuery query) {
        if (filters.createTaskFilterQuery().filterName(name).count() == 0) {
            var filter = filters.newTaskFilter(name);
            filter.setQuery(query);
            filter.setProperties(Map.of("priority", priority, "refresh", true, "showUndefinedVariable", false));
            grant(Resources.FILTER, filters.saveFilter(filter).getId(), Permissions.READ);
        }
    }

    private void grant(Resource resource, String id, Permission... permissions) {
        var known = authorizations
                .createAuthorizationQuery()
                .groupIdIn(ANALYSTS)
                .resourceType(resource)
                .resourceId(id)
                .count();
        if (known == 0) {
            var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(ANALYSTS);
            authorization.setResource(resource);
            authorization.setResourceId(id);
            authorization.setPermissions(permissions);
            authorizations.saveAuthorization(authorization);
        }
    }
}
