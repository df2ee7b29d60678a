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

/** Looks for retired things of QA while the product runs. */
@Component
class QaCleaning {

    private static final Logger LOG = LoggerFactory.getLogger(QaCleaning.class);
    private static final long EVERY_SECONDS = 30;

    private final CleanUpQa cleanUp;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("qa-cleaning").factory());

    QaCleaning(CleanUpQa cleanUp) {
        this.cleanUp = cleanUp;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        ticks.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        ticks.shutdownNow();
    }

    private void look() {
        try {
            cleanUp.cleanDue();
        } catch (DataAccessException | TransactionException databaseAway) {
            LOG.warn("What QA left cannot be read at present: {}", databaseAway.getMessage());
        }
    }
}
