package dev.oin.webhook;

import dev.oin.egress.Call;
import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Reply;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes the calls that are due, each outside any transaction and through the guarded client: one after the other at each address, and the addresses side by side, so
 * that nobody waits for somebody else's slow receiver. Any number of nodes may do so at once.
 */
@Component
class CallWebhooks {

    private static final Logger LOG = LoggerFactory.getLogger(CallWebhooks.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<Duration> RETRIES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8));

    private final WebhookRows webhooks;
    private final DeliveryRows deliveries;
    private final GuardedHttp http;
    private final Executor lanes;
    private final Clock clock;
    private final Set<UUID> called = ConcurrentHashMap.newKeySet();

    @Autowired
    CallWebhooks(WebhookRows webhooks, DeliveryRows deliveries, GuardedHttp http, Clock clock) {
        this(webhooks, deliveries, http, CallWebhooks::lane, clock);
    }

    CallWebhooks(WebhookRows webhooks, DeliveryRows deliveries, GuardedHttp http, Executor lanes, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.http = http;
        this.lanes = lanes;
        this.clock = clock;
    }

    private static void lane(Runnable calls) {
        Thread.ofVirtual().name("webhook").start(calls);
    }

    /** Begins to call each address that has a call due and is not being called yet by this node. */
    void callDue() {
        deliveries.dueAt(clock.instant()).stream()
                .filter(called::add)
                .forEach(webhook -> lanes.execute(() -> {
                    try {
                        callAll(webhook);
                    } catch (RuntimeException failed) {
                        LOG.warn("Calling webhook {} failed; what is left is called at the next turn", webhook, failed);
                    } finally {
                        called.remove(webhook);
                    }
                }));
    }

    private void callAll(UUID webhook) {
        for (var due = deliveries.take(webhook, clock.instant(), LEASE);
                due.isPresent();
                due = deliveries.take(webhook, clock.instant(), LEASE)) {
            var delivery = due.get();
            webhooks.target(webhook, clock.instant()).ifPresent(target -> call(delivery, target));
        }
    }

    private void call(Delivery delivery, WebhookRows.Target target) {
        var now = clock.instant();
        var call = Call.of("POST", URI.create(target.url()))
                .with("Content-Type", "application/json")
                .with("OIN-Event", delivery.event())
                .with("OIN-Delivery", delivery.id().toString())
                .with(WebhookSignature.HEADER, WebhookSignature.of(target.keys(), now, delivery.body()))
                .body(delivery.body())
                .within(PATIENCE);
        switch (http.send(call)) {
            case Reply.Answered answered
            when answered.status() / 100 == 2 ->
                deliveries.ended(delivery, Delivery.State.DELIVERED, "Answered " + answered.status(), clock.instant());
            case Reply.Answered answered -> failed(delivery, "Answered " + answered.status());
            case Reply.Refused(var reason) ->
                deliveries.ended(delivery, Delivery.State.FAILED, "Not called: " + reason, clock.instant());
            case Reply.Unreachable(var reason, var timedOut) -> failed(delivery, "No answer: " + reason);
        }
    }

    private void failed(Delivery delivery, String answer) {
        if (delivery.attempts() > RETRIES.size()) {
            LOG.info("Webhook delivery {} is given up: {}", delivery.id(), answer);
            deliveries.ended(delivery, Delivery.State.FAILED, answer, clock.instant());
        } else {
            var wait = RETRIES.get(delivery.attempts() - 1);
            deliveries.again(delivery, answer, clock.instant().plus(wait));
        }
    }
}
