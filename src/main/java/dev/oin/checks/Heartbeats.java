package dev.oin.checks;

import dev.oin.checks.LeaseRows.Lease;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Renews the leases of the runs that this node executes. */
@Component
class Heartbeats implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);

    private final LeaseRows leases;
    private final ChecksProperties properties;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("check-leases").factory());

    Heartbeats(LeaseRows leases, ChecksProperties properties, Clock clock) {
        this.leases = leases;
        this.properties = properties;
        this.clock = clock;
    }

    Heartbeat start(Lease lease) {
        var heartbeat = new Heartbeat(lease);
        var every = properties.signOfLife().toMillis();
        heartbeat.beats = timer.scheduleWithFixedDelay(() -> beat(heartbeat), every, every, TimeUnit.MILLISECONDS);
        return heartbeat;
    }

    private void beat(Heartbeat heartbeat) {
        try {
            if (!leases.extend(heartbeat.lease, clock.instant().plus(properties.lease()))) {
                heartbeat.lose();
            }
        } catch (DataAccessException unreachable) {
            LOG.warn("The lease of run {} could not be renewed", heartbeat.lease.run(), unreachable);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** The life of one run on this node. */
    static final class Heartbeat implements AutoCloseable {

        private final Lease lease;
        private volatile boolean lost;
        private volatile Future<?> beats = CompletableFuture.completedFuture(null);

        private Heartbeat(Lease lease) {
            this.lease = lease;
        }

        Lease lease() {
            return lease;
        }

        /** Whether the run was cancelled, or belongs to somebody else now. */
        boolean isLost() {
            return lost;
        }

        void lose() {
            lost = true;
        }

        @Override
        public void close() {
            beats.cancel(false);
        }
    }
}
