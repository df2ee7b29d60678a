package dev.oin.workflow;

import dev.oin.checks.CheckRun;
import dev.oin.checks.RequestRun;
import dev.oin.checks.RunChecks;
import dev.oin.kernel.SubmissionId;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The runs that QA makes by itself. */
@Component
class QaWork implements ExternalWork {

    private static final Logger log = LoggerFactory.getLogger(QaWork.class);

    private final QaRuns runs;
    private final RequestRun requests;
    private final RunChecks checks;
    private final WorkflowProperties properties;

    QaWork(QaRuns runs, RequestRun requests, RunChecks checks, WorkflowProperties properties) {
        this.runs = runs;
        this.requests = requests;
        this.checks = checks;
        this.properties = properties;
    }

    @Override
    public Set<String> topics() {
        return Set.of("runSsoChecks", "runScimChecks", "runLogoutChecks");
    }

    @Override
    public int slots() {
        return properties.runSlots();
    }

    @Override
    public Ending perform(LockedExternalTask task) {
        var submission = SubmissionId.of(task.getBusinessKey());
        for (var request : runs.plan(submission, partOf(task.getTopicName()))) {
            var ending = prepared(request, task).map(run -> RunWork.endingOf(checks.run(run.id())));
            if (ending.isPresent() && ending.get() instanceof Ending.Later later) {
                return later;
            }
        }
        return Ending.Done.plainly();
    }

    /** The run of this round; the process instance's id in its key makes a second call answer the same one. */
    private Optional<CheckRun> prepared(RequestRun.Request request, LockedExternalTask task) {
        var key = "qa/" + task.getProcessInstanceId() + "/" + request.suite() + "/" + request.instance();
        return switch (requests.prepareForQa(request, key)) {
            case RequestRun.Answer.Accepted(var run) -> Optional.of(run);
            case RequestRun.Answer.NotOffered(var suite) -> Optional.empty();
            case RequestRun.Answer.Refused(var reason) -> skipped(request, reason);
            case RequestRun.Answer.Forbidden(var reason) -> skipped(request, reason);
            case RequestRun.Answer.NotFound() -> skipped(request, "not found");
        };
    }

    private static Optional<CheckRun> skipped(RequestRun.Request request, String reason) {
        log.warn("QA of submission {} leaves out {}: {}", request.submission(), request.suite(), reason);
        return Optional.empty();
    }

    private static QaRuns.Part partOf(String topic) {
        return switch (topic) {
            case "runSsoChecks" -> QaRuns.Part.SSO;
            case "runScimChecks" -> QaRuns.Part.SCIM;
            case "runLogoutChecks" -> QaRuns.Part.LOGOUT;
            default -> throw new IllegalArgumentException("No part of QA: " + topic);
        };
    }
}
