package dev.oin.checks;

import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops runs in the table; whoever executes one notices and stops too. */
@Component
class Cancellations implements CancelRuns {

    private final RunRows rows;
    private final Suites suites;
    private final RunTurns turns;
    private final AfterCommit afterCommit;
    private final RunSignals signals;
    private final Clock clock;

    Cancellations(
            RunRows rows, Suites suites, RunTurns turns, AfterCommit afterCommit, RunSignals signals, Clock clock) {
        this.rows = rows;
        this.suites = suites;
        this.turns = turns;
        this.afterCommit = afterCommit;
        this.signals = signals;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean cancel(RunId id, String reason) {
        var run = rows.find(id);
        if (run.isEmpty() || !rows.cancel(id, reason, clock.instant())) {
            return false;
        }
        afterCommit.run(() -> {
            over(run.get());
            turns.ended(run.get().integration());
        });
        return true;
    }

    @Override
    @Transactional
    public void cancelUnfinished(SubmissionId submission, String reason) {
        for (var run : rows.unfinished(submission, CheckRun.Origin.ISV)) {
            rows.cancel(run.id(), reason, clock.instant());
            afterCommit.run(() -> over(run));
        }
    }

    private void over(CheckRun run) {
        signals.changed(run.id());
        suites.find(run.suite()).ifPresent(suite -> suite.sweep(run));
    }
}
