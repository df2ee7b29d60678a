package dev.oin.webhook;

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

/** Keeps calling while the product runs. */
@Component
class CallingWebhooks {

    private static final Logger LOG = LoggerFactory.getLogger(CallingWebhooks.class);
    private static final long EVERY_SECONDS = 5;

    private final CallWebhooks calls;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhooks").factory());

    CallingWebhooks(CallWebhooks calls) {
        this.calls = calls;
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
            calls.callDue();
        } catch (DataAccessException | TransactionException databaseAway) {
            LOG.warn("Webhooks to call cannot be read at present: {}", databaseAway.getMessage());
        }
    }
}
