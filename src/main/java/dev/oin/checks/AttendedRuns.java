package dev.oin.checks;

import dev.oin.checks.CheckAttempts.Attempted;
import dev.oin.checks.LeaseRows.Lease;
import dev.oin.kernel.RunId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs of one check that a person drives: no worker takes them, nobody waits for them, and they are recorded like the others. */
@Component
public class AttendedRuns {

    private static final long FIRST = 1;

    private final RunRows rows;
    private final LeaseRows leases;
    private final RecordResults results;
    private final Clock clock;

    AttendedRuns(RunRows rows, LeaseRows leases, RecordResults results, Clock clock) {
        this.rows = rows;
        this.leases = leases;
        this.results = results;
        this.clock = clock;
    }

    /** Begins the run; it belongs to the person until the given time. */
    @Transactional
    public void begin(CheckRun run, Check check, Instant until) {
        rows.add(run, List.of(check.id()), "guided/" + run.id(), true);
        var lease = leases.claim(run.id(), clock.instant(), until).orElseThrow();
        leases.announce(lease, check.title());
    }

    /** Records what came of it and ends it; false where it was over already. */
    public boolean end(RunId id, Check check, Outcome outcome, Consumer<Evidence> gather) {
        var run = rows.find(id).filter(found -> found.status() == CheckRun.Status.RUNNING);
        if (run.isEmpty()) {
            return false;
        }
        var evidence = new GatheredEvidence(clock);
        gather.accept(evidence);
        var lease = new Lease(id, FIRST);
        var attempted =
                new Attempted(evidence.masked(outcome), evidence, 1, run.get().requestedAt(), clock.instant());
        return results.record(lease, check, 0, attempted)
                && results.finish(lease, run.get().suite()).isPresent();
    }
}
