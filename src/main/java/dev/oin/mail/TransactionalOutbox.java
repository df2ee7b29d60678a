package dev.oin.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts mails in within the caller's transaction and wakes the delivery when it is committed. */
@Component
class TransactionalOutbox implements Outbox {

    private final OutboxRows rows;
    private final TroubleRows trouble;
    private final MailBell bell;

    TransactionalOutbox(OutboxRows rows, TroubleRows trouble, MailBell bell) {
        this.rows = rows;
        this.trouble = trouble;
        this.bell = bell;
    }

    @Override
    public void enqueue(Mail mail) {
        if (rows.insert(mail)) {
            ringOnceCommitted();
        }
    }

    private void ringOnceCommitted() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            bell.ring();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }

    @Override
    public List<Undelivered> undelivered() {
        return rows.undelivered();
    }

    @Override
    public void retry(UUID id) {
        rows.retry(id);
        ringOnceCommitted();
    }

    @Override
    public List<Bounce> bounces(@Nullable String thread, int limit) {
        return trouble.list(thread, limit);
    }

    @Override
    public Optional<Instant> lateSince() {
        return rows.lateSince();
    }

    @Override
    public Backlog backlog() {
        return rows.backlog();
    }
}
