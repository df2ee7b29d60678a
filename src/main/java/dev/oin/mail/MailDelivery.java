package dev.oin.mail;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Keeps delivering while the product runs: when the bell rings, and at intervals for what other nodes left. */
@Component
class MailDelivery implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);

    private final DeliverMail deliver;
    private final MailBell bell;
    private final MailProperties properties;
    private volatile @Nullable Thread thread;

    MailDelivery(DeliverMail deliver, MailBell bell, MailProperties properties) {
        this.deliver = deliver;
        this.bell = bell;
        this.properties = properties;
    }

    @Override
    public void start() {
        // Known before it runs: its first look at isRunning() must not be quicker than the assignment.
        var delivery = Thread.ofPlatform().name("mail-delivery").daemon().unstarted(this::run);
        thread = delivery;
        delivery.start();
    }

    private void run() {
        try {
            while (isRunning()) {
                deliverOnce();
                bell.await(properties.poll());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliverOnce() {
        try {
            deliver.deliverDue();
        } catch (DataAccessException | TransactionException databaseAway) {
            LOG.warn("The outbox cannot be read at present: {}", databaseAway.getMessage());
        }
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        bell.ring();
        if (running != null) {
            try {
                running.join(properties.poll().plusSeconds(5));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
