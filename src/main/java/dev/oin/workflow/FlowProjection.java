package dev.oin.workflow;

import dev.oin.insight.FlowLog;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the managers' tables where a token waits, and when it goes on. */
@Component
class FlowProjection implements ExecutionListener {

    private static final String QA = "qaTesting";

    private final FlowLog flow;
    private final Submissions submissions;
    private final Clock clock;

    FlowProjection(FlowLog flow, Submissions submissions, Clock clock) {
        this.flow = flow;
        this.submissions = submissions;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.getEventName().equals(EVENTNAME_START)) {
            flow.entered(visit(execution));
        } else {
            flow.left(execution.getActivityInstanceId(), clock.instant());
        }
    }

    private FlowLog.Visit visit(DelegateExecution execution) {
        var submission = submissions.get(Variable.submission(execution));
        var element = execution.getCurrentActivityId();
        return new FlowLog.Visit(
                execution.getActivityInstanceId(),
                subject(submission),
                execution
                        .getProcessEngineServices()
                        .getRepositoryService()
                        .getProcessDefinition(execution.getProcessDefinitionId())
                        .getKey(),
                element,
                waitsFor(element),
                clock.instant(),
                due(execution, element));
    }

    static FlowLog.Subject subject(Submission submission) {
        return new FlowLog.Subject(
                submission.id(),
                submission.displayName(),
                submission.content().protocols(),
                submission.kind().name(),
                submission.round(),
                submission.version());
    }

    private static String waitsFor(String element) {
        return switch (element) {
            case "initialReview", "catalogReview", "verifyInQa", QA -> "TEAM";
            case "selectProtocols",
                    "configureIntegration",
                    "enterTestInformation",
                    "testIntegration",
                    "resolveIssues" -> "ISV";
            default -> "SYSTEM";
        };
    }

    private static @Nullable Instant due(DelegateExecution execution, String element) {
        return waitsFor(element).equals("TEAM")
                        && !element.equals(QA)
                        && execution.getVariable(Variable.REVIEW_DEADLINE.name()) instanceof Date deadline
                ? deadline.toInstant()
                : null;
    }
}
