package dev.oin.checks;

import dev.oin.checks.CheckAttempts.Attempted;
import dev.oin.checks.LeaseRows.Lease;
import dev.oin.checks.ResultRows.NewResult;
import dev.oin.kernel.RunId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes what a run comes to, in short transactions, each refused to a worker that lost the run. */
@Component
class RecordResults {

    private static final Duration SCIM_RESULTS_LAST = Duration.ofDays(30);

    private final LeaseRows leases;
    private final ResultRows results;
    private final ExhibitStore exhibits;
    private final RunSignals signals;
    private final ChecksProperties properties;
    private final TransactionOperations transactions;
    private final Clock clock;

    RecordResults(
            LeaseRows leases,
            ResultRows results,
            ExhibitStore exhibits,
            RunSignals signals,
            ChecksProperties properties,
            TransactionOperations transactions,
            Clock clock) {
        this.leases = leases;
        this.results = results;
        this.exhibits = exhibits;
        this.signals = signals;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    Optional<Lease> claim(RunId run) {
        var now = clock.instant();
        var lease = leases.claim(run, now, now.plus(properties.lease()));
        lease.ifPresent(claimed -> signals.changed(run));
        return lease;
    }

    boolean announce(Lease lease, Check check) {
        var mine = leases.announce(lease, check.title());
        signals.changed(lease.run());
        return mine;
    }

    Set<CheckId> done(RunId run) {
        return results.done(run);
    }

    /** Adds the result with its evidence; false where the run is not the worker's any more. */
    boolean record(Lease lease, Check check, int position, Attempted attempted) {
        var stored = Objects.requireNonNull(
                transactions.execute(status -> exhibits.store(lease.run(), attempted.evidence())));
        var result = new NewResult(
                check,
                position,
                attempted.outcome(),
                attempted.startedAt(),
                attempted.finishedAt(),
                attempted.attempts());
        var recorded =
                transactions.execute(status -> leases.countDone(lease) && results.add(lease.run(), result, stored));
        signals.changed(lease.run());
        return Boolean.TRUE.equals(recorded);
    }

    /** Ends the run with the worst of its verdicts; empty where it is not the worker's any more. */
    Optional<Verdict> finish(Lease lease, SuiteName suite) {
        var verdict = Verdict.worstOf(results.verdicts(lease.run()));
        var now = clock.instant();
        var finished = leases.finish(lease, verdict, now, expiry(suite, now));
        signals.changed(lease.run());
        return finished ? Optional.of(verdict) : Optional.empty();
    }

    private static @Nullable Instant expiry(SuiteName suite, Instant finished) {
        return switch (suite) {
            case SUBMISSION_TESTER -> Validity.expiresAt(finished);
            case SCIM_SPEC, SCIM_CRUD, SCIM_ENTITLEMENTS -> finished.plus(SCIM_RESULTS_LAST);
            case PREFLIGHT, SIGN_ON_ADVICE, SAML_SECURITY, OIDC_SECURITY, SCIM_RFC, LOGOUT -> null;
        };
    }
}
