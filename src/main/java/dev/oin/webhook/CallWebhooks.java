package dev.oin.webhook;

import dev.oin.egress.Call;
import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Reply;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the calls that are due, each outside any transaction and through the guarded client. Any number of nodes may do so at once. */
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
    private final Clock clock;

    CallWebhooks(WebhookRows webhooks, DeliveryRows deliveries, GuardedHttp http, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.http = http;
        this.clock = clock;
    }

    void callDue() {
        for (var due = deliveries.take(clock.instant(), LEASE);
                due.isPresent();
                due = deliveries.take(clock.instant(), LEASE)) {
            var delivery = due.get();
            webhooks.target(delivery.webhook(), clock.instant()).ifPresent(target -> call(delivery, target));
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
