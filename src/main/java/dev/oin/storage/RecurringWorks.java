package dev.oin.storage;

import dev.oin.kernel.RecurringWork;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Runs all recurring work from the moment that the product is ready; no failure ends it. */
@Component
class RecurringWorks {

    private static final Logger LOG = LoggerFactory.getLogger(RecurringWorks.class);

    private final List<RecurringWork> works;
    private final ScheduledExecutorService turns;

    RecurringWorks(List<RecurringWork> works) {
        this.works = works;
        this.turns = Executors.newScheduledThreadPool(
                Math.max(1, works.size()),
                Thread.ofPlatform().daemon().name("recurring-", 1).factory());
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        for (var work : works) {
            var pause = work.pause().toMillis();
            turns.scheduleWithFixedDelay(() -> turn(work), pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void stop() {
        turns.shutdownNow();
    }

    private static void turn(RecurringWork work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warn("{}: failed, to be tried again in {}", work.what(), work.pause(), failed);
        }
    }
}
