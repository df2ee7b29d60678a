package dev.oin.checks.logout;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long an app goes on ending sessions after it has answered a revocation, which it may (Global Token Revocation 3.3). It is measured where an end is seen, and waited for before
 * another session is begun, which the earlier revocation might end; an app that ends sessions at once is not waited for.
 */
final class LateEnds {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private Duration slowest = Duration.ZERO;
    private volatile long last;

    LateEnds(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** The app took a revocation just now. */
    void taken() {
        last = nanos.getAsLong();
    }

    /** A session had ended so long after a revocation. */
    void saw(Duration after) {
        slowest = slowest.compareTo(after) < 0 ? after : slowest;
    }

    /** For how long a session that begins now might be ended by an earlier revocation. */
    Duration left() {
        if (slowest.compareTo(AT_ONCE) < 0) {
            return Duration.ZERO;
        }
        var left = slowest.plus(AT_ONCE).minusNanos(nanos.getAsLong() - last);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
