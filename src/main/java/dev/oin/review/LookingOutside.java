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

/** Looks outside while the product runs, where a review waits for it. */
@Component
class LookingOutside {

    private static final Logger LOG = LoggerFactory.getLogger(LookingOutside.class);
    private static final long EVERY_SECONDS = 3;

    private final LookOutside look;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("looking-outside").factory());

    LookingOutside(LookOutside look) {
        this.look = look;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        ticks.scheduleWithFixedDelay(this::tick, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        ticks.shutdownNow();
    }

    private void tick() {
        try {
            look.lookDue();
        } catch (DataAccessException | TransactionException databaseAway) {
            LOG.warn("What reviews want looked at cannot be read at present: {}", databaseAway.getMessage());
        }
    }
}
