package dev.oin.submission;

import dev.oin.account.Account;
import dev.oin.account.Accounts;
import dev.oin.account.Caller;
import dev.oin.account.DemoAccount;
import dev.oin.account.OnlyInDemo;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Leaves a draft that points at the sample application, once both are up and while the demo's organisation has none. */
@Component
@OnlyInDemo
class DemoIntegration {

    private static final Logger LOG = LoggerFactory.getLogger(DemoIntegration.class);

    private final SampleSetup sample;
    private final Accounts accounts;
    private final SubmissionList submissions;
    private final DemoPages pages;
    private final TransactionTemplate transaction;
    private final DemoSampleProperties properties;
    private final AtomicInteger looks = new AtomicInteger();
    private final ScheduledExecutorService patience = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo-integration").factory());

    DemoIntegration(
            SampleSetup sample,
            Accounts accounts,
            SubmissionList submissions,
            DemoPages pages,
            TransactionTemplate transaction,
            DemoSampleProperties properties) {
        this.sample = sample;
        this.accounts = accounts;
        this.submissions = submissions;
        this.pages = pages;
        this.transaction = transaction;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        patience.scheduleWithFixedDelay(
                this::look, 0, properties.sampleLookEvery().toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        patience.shutdownNow();
    }

    private void look() {
        try {
            var owner = accounts.findByEmail(DemoAccount.SUPER_ADMIN.email()).map(Account::asCaller);
            var isThere = owner.map(Caller::organization)
                    .map(organization -> submissions.countOf(organization) > 0)
                    .orElse(true);
            if (isThere || looks.incrementAndGet() > properties.sampleLooks()) {
                patience.shutdown();
                return;
            }
            sample.addresses().ifPresent(addresses -> {
                transaction.executeWithoutResult(open -> pages.fill(owner.orElseThrow(), addresses));
                LOG.info("The demo's first draft points at {}", properties.sampleUrl());
            });
        } catch (RuntimeException failed) {
            LOG.warn("The demo's first draft could not be made", failed);
            patience.shutdown();
        }
    }
}
