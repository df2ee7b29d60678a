package dev.oin.checks;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one check, once more when the world failed, and turns a second failure into an outcome. */
final class CheckAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(CheckAttempts.class);
    private static final int AT_MOST = 2;

    private final Clock clock;

    CheckAttempts(Clock clock) {
        this.clock = clock;
    }

    /** What came of a check, with what the last attempt gathered. */
    record Attempted(Outcome outcome, GatheredEvidence evidence, int attempts, Instant startedAt, Instant finishedAt) {}

    Attempted verify(Suite.Session session, Check check) {
        var startedAt = clock.instant();
        for (var attempt = 1; ; attempt++) {
            var evidence = new GatheredEvidence(clock);
            try {
                var outcome = session.verify(check, evidence);
                return new Attempted(evidence.masked(outcome), evidence, attempt, startedAt, clock.instant());
            } catch (RuntimeException failure) {
                LOG.warn("{} failed on our side, attempt {}", check.id(), attempt, failure);
                if (attempt == AT_MOST) {
                    var outcome = evidence.masked(errored(failure));
                    return new Attempted(outcome, evidence, attempt, startedAt, clock.instant());
                }
                evidence.step("The attempt failed on our side and is repeated");
            }
        }
    }

    /** What came of a check that could not even be tried. */
    Attempted failed(RuntimeException failure) {
        var evidence = new GatheredEvidence(clock);
        return new Attempted(errored(failure), evidence, 1, clock.instant(), clock.instant());
    }

    private static Outcome errored(RuntimeException failure) {
        var network = failure instanceof UncheckedIOException;
        return new Outcome.Errored(
                network ? Fault.NETWORK : Fault.PLATFORM,
                "The check runs to its end.",
                (network ? "The connection failed: " : "The product failed: ") + words(failure),
                network
                        ? "Check that the app can be reached from where this product runs, then run the check again."
                        : "This says nothing about your app. Run the check again; if it happens again, tell the operator of this product.");
    }

    private static String words(RuntimeException failure) {
        var message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
