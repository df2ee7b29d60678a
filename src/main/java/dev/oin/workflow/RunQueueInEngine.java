package dev.oin.workflow;

import dev.oin.checks.RunQueue;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs as tokens of their own, beside the token of the ISV or the reviewer. */
@Component
class RunQueueInEngine implements RunQueue {

    private final RuntimeService runtime;
    private final Position position;
    private final BoundaryTimers timers;

    RunQueueInEngine(RuntimeService runtime, Position position, BoundaryTimers timers) {
        this.runtime = runtime;
        this.position = position;
        this.timers = timers;
    }

    @Override
    @Transactional
    public void enqueue(SubmissionId submission, RunId run) {
        position.lock(submission);
        runtime.createMessageCorrelation("CheckRunRequested")
                .processInstanceBusinessKey(submission.toString())
                .setVariablesToTriggeredScope(Variable.CHECK_RUN_ID.is(run.toString()))
                .correlate();
        position.fix(submission).ifPresent(timers::breakSilence);
    }
}
