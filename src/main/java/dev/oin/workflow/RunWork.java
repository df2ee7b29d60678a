package dev.oin.workflow;

import dev.oin.checks.RunChecks;
import dev.oin.kernel.RunId;
import java.util.Set;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/** Runs that somebody asked for. */
@Component
class RunWork implements ExternalWork {

    private final RunChecks checks;
    private final WorkflowProperties properties;

    RunWork(RunChecks checks, WorkflowProperties properties) {
        this.checks = checks;
        this.properties = properties;
    }

    @Override
    public Set<String> topics() {
        return Set.of("runChecks", "runChecksOnFix", "rerunChecks");
    }

    @Override
    public int slots() {
        return properties.runSlots();
    }

    @Override
    public Ending perform(LockedExternalTask task) {
        if (!(task.getVariables().get(Variable.CHECK_RUN_ID.name()) instanceof String run)) {
            throw new IllegalStateException("External task " + task.getId() + " names no run");
        }
        return endingOf(checks.run(RunId.of(run)));
    }

    /** A cancelled run is over too; one that another node holds is not. */
    static Ending endingOf(RunChecks.Ending ending) {
        return switch (ending) {
            case RunChecks.Ending.Finished(var verdict) -> Ending.Done.plainly();
            case RunChecks.Ending.Cancelled() -> Ending.Done.plainly();
            case RunChecks.Ending.HeldElsewhere() -> new Ending.Later();
        };
    }
}
