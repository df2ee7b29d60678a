package dev.oin.review;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks for test credentials to delete while the product runs. */
@Component
class SweepingCredentials {

    private static final Logger LOG = LoggerFactory.getLogger(SweepingCredentials.class);
    private static final long EVERY_MINUTES = 30;

    private final SweepCredentials sweep;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("credential-sweep").factory());

    SweepingCredentials(SweepCredentials sweep) {
        this.sweep = sweep;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        ticks.scheduleWithFixedDelay(this::look, 1, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        ticks.shutdownNow();
    }

    private void look() {
        try {
            sweep.sweepDue();
        } catch (DataAccessException | TransactionException databaseAway) {
            LOG.warn("Credentials to delete cannot be read at present: {}", databaseAway.getMessage());
        }
    }
}
