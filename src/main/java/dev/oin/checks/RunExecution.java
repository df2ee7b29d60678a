package dev.oin.checks;

import dev.oin.checks.Heartbeats.Heartbeat;
import dev.oin.kernel.RunId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes runs, executes what they have no result for yet, and ends them. */
@Component
class RunExecution implements RunChecks {

    private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);

    private final RunRows rows;
    private final Suites suites;
    private final RecordResults results;
    private final RunTurns turns;
    private final Heartbeats heartbeats;
    private final ApplicationEventPublisher events;
    private final CheckAttempts attempts;

    RunExecution(
            RunRows rows,
            Suites suites,
            RecordResults results,
            RunTurns turns,
            Heartbeats heartbeats,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.suites = suites;
        this.results = results;
        this.turns = turns;
        this.heartbeats = heartbeats;
        this.events = events;
        this.attempts = new CheckAttempts(clock);
    }

    @Override
    public Ending run(RunId id) {
        var lease = results.claim(id);
        if (lease.isEmpty()) {
            return asItIs(id);
        }
        var run = rows.find(id).orElseThrow();
        try (var submission = MDC.putCloseable("submissionId", run.submission().toString());
                var running = MDC.putCloseable("checkRunId", id.toString());
                var heartbeat = heartbeats.start(lease.get())) {
            LOG.info(
                    "Run of {} on instance {}, attempt {}",
                    run.suite(),
                    run.instance(),
                    lease.get().token());
            execute(run, heartbeat);
            return finish(run, heartbeat);
        }
    }

    private void execute(CheckRun run, Heartbeat heartbeat) {
        var suite = suites.find(run.suite())
                .orElseThrow(() -> new IllegalStateException("The suite " + run.suite() + " is not offered any more"));
        var pending = pending(run, suite);
        if (pending.isEmpty()) {
            return;
        }
        try (var session = suite.open(run)) {
            SideBySide.run(session.sideBySide(), pending, planned -> verify(session, planned, heartbeat));
        } catch (RuntimeException failed) {
            LOG.warn("Set-up or clean-up of the run failed", failed);
            pending(run, suite).forEach(planned -> record(planned, attempts.failed(failed), heartbeat));
        }
    }

    private List<Planned> pending(CheckRun run, Suite suite) {
        var done = results.done(run.id());
        var planned = rows.planned(run.id());
        return suite.checks().stream()
                .filter(check -> planned.contains(check.id()) && !done.contains(check.id()))
                .map(check -> new Planned(check, planned.indexOf(check.id())))
                .sorted(Comparator.comparingInt(Planned::position))
                .toList();
    }

    private void verify(Suite.Session session, Planned planned, Heartbeat heartbeat) {
        if (heartbeat.isLost()) {
            return;
        }
        if (!results.announce(heartbeat.lease(), planned.check())) {
            heartbeat.lose();
            return;
        }
        record(planned, attempts.verify(session, planned.check()), heartbeat);
    }

    private void record(Planned planned, CheckAttempts.Attempted attempted, Heartbeat heartbeat) {
        if (!results.record(heartbeat.lease(), planned.check(), planned.position(), attempted)) {
            LOG.info(
                    "The result of {} came too late and is not recorded",
                    planned.check().id());
            heartbeat.lose();
        }
    }

    private Ending finish(CheckRun run, Heartbeat heartbeat) {
        var verdict = results.finish(heartbeat.lease(), run.suite());
        if (verdict.isEmpty()) {
            return asItIs(run.id());
        }
        LOG.info("Run of {} has finished: {}", run.suite(), verdict.get());
        turns.ended(run.integration());
        events.publishEvent(new RunFinished(run.id(), run.submission()));
        return new Ending.Finished(verdict.get());
    }

    /** Somebody else ended it, or executes it. */
    private Ending asItIs(RunId id) {
        var run = rows.find(id);
        if (run.isEmpty() || run.get().status() == CheckRun.Status.CANCELLED) {
            return new Ending.Cancelled();
        }
        var verdict = run.get().verdict();
        return verdict == null ? new Ending.HeldElsewhere() : new Ending.Finished(verdict);
    }

    /** A check of the run with its place in the plan. */
    private record Planned(Check check, int position) {}
}
