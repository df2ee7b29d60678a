package dev.oin.checks;

import java.time.Duration;
import java.time.Instant;

/** How long a tester result counts (testing-rules 4.4): 48 hours from the run's finish, the last instant included. */
public final class Validity {

    /** The documented time. */
    public static final Duration PERIOD = Duration.ofHours(48);

    private Validity() {}

    /** The last instant at which the result counts. */
    public static Instant expiresAt(Instant finished) {
        return finished.plus(PERIOD);
    }

    /** Whether the result counts now. */
    public static boolean isValid(Instant finished, Instant now) {
        return !now.isAfter(expiresAt(finished));
    }
}
