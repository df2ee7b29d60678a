package dev.oin.workflow;

import dev.oin.checks.CancelRuns;
import dev.oin.gate.SubmitPort;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import dev.oin.sandbox.HoldInstances;
import dev.oin.submission.WizardPage;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves the ISV's token through the gate, whichever page it is on. */
@Component
class SubmitToTeam implements SubmitPort {

    private final RuntimeService runtime;
    private final Position position;
    private final CancelRuns runs;
    private final HoldInstances instances;

    SubmitToTeam(RuntimeService runtime, Position position, CancelRuns runs, HoldInstances instances) {
        this.runtime = runtime;
        this.position = position;
        this.runs = runs;
        this.instances = instances;
    }

    @Override
    @Transactional
    public boolean submit(SubmissionId submission, AccountId by) {
        position.lock(submission);
        return position.withIsv(submission)
                .map(task -> handOver(submission, task))
                .orElse(false);
    }

    private boolean handOver(SubmissionId submission, Task task) {
        position.complete(task, handIn(task));
        var open = Boolean.TRUE.equals(runtime.getVariable(task.getProcessInstanceId(), Variable.GATE_OPEN.name()));
        if (open) {
            runtime.setVariable(task.getProcessInstanceId(), Variable.NEXT_PAGE.name(), WizardPage.TESTING.task());
            runs.cancelUnfinished(submission, "The integration was submitted.");
            instances.release(submission);
            instances.hold(submission);
        }
        return open;
    }

    private static Map<String, Object> handIn(Task task) {
        return task.getTaskDefinitionKey().equals(Position.RESOLVE_ISSUES)
                ? Variable.RESOLUTION.is(Resolution.EDITED.name())
                : Variable.NEXT_PAGE.is("submit");
    }
}
