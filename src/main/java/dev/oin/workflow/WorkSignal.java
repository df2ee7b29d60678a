package dev.oin.workflow;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;

/** Wakes the workers of this node as soon as external work is committed. */
@Component
class WorkSignal implements ExecutionListener {

    private final Semaphore raised = new Semaphore(0);

    /** There may be work. */
    void raise() {
        raised.release();
    }

    /** Waits until there may be work, or the time is over. */
    void await(Duration atMost) throws InterruptedException {
        if (raised.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            raised.drainPermits();
        }
    }

    @Override
    public void notify(DelegateExecution execution) {
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, committed -> raise());
    }
}
