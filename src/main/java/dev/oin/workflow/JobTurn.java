package dev.oin.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;

/**
 * Makes the engine's jobs wait for their turn as people and workers do. A job that meets somebody else's move is repeated by the engine unnoticed; a person would
 * be shown an error.
 */
@Component
class JobTurn implements ExecutionListener {

    private final Position position;

    JobTurn(Position position) {
        this.position = position;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (Context.getCommandContext().getCurrentJob() != null) {
            position.lock(Variable.submission(execution));
        }
    }
}
