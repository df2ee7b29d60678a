package dev.oin.checks;

import dev.oin.kernel.IntegrationId;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One run per integration at a time: the others wait here until it is their turn (product decision 16). */
@Component
class RunTurns {

    private static final Logger LOG = LoggerFactory.getLogger(RunTurns.class);
    private static final String NOT_NOW = "Runs cannot be started while the submission is where it is now.";

    private final RunRows rows;
    private final RunQueue queue;
    private final Clock clock;
    private final TransactionTemplate alone;

    RunTurns(RunRows rows, RunQueue queue, Clock clock, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.queue = queue;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A run was added, in the caller's transaction: it goes at once where none is under way. */
    void joined(CheckRun run) {
        rows.lockTurns(run.integration());
        if (!rows.hasHandedOver(run.integration())) {
            handOver(run);
        }
    }

    /** A run is over: the next one's turn. A run that the workflow cannot take any more is cancelled, and the one after it gets the turn. */
    void ended(IntegrationId integration) {
        var next = Optional.<CheckRun>empty();
        do {
            next = Optional.ofNullable(
                    alone.execute(status -> waiting(integration).orElse(null)));
        } while (next.isPresent() && !goes(next.get()));
    }

    private Optional<CheckRun> waiting(IntegrationId integration) {
        rows.lockTurns(integration);
        return rows.hasHandedOver(integration) ? Optional.empty() : rows.firstWaiting(integration);
    }

    private boolean goes(CheckRun run) {
        try {
            alone.executeWithoutResult(status -> {
                rows.lockTurns(run.integration());
                if (!rows.hasHandedOver(run.integration())) {
                    handOver(run);
                }
            });
            return true;
        } catch (RuntimeException refused) {
            LOG.warn("Run {} cannot be handed over and is cancelled", run.id(), refused);
            alone.executeWithoutResult(status -> rows.cancel(run.id(), NOT_NOW, clock.instant()));
            return false;
        }
    }

    private void handOver(CheckRun run) {
        rows.markHandedOver(run.id(), clock.instant());
        queue.enqueue(run.submission(), run.id());
    }
}
