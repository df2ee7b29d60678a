package dev.oin.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionMoved;
import dev.oin.submission.SubmissionState;
import dev.oin.submission.Submissions;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down whom to call when a submission moves, in the transaction that moves it. */
@Component
class QueueCalls {

    private final Submissions submissions;
    private final WebhookRows webhooks;
    private final DeliveryRows deliveries;
    private final Clock clock;

    QueueCalls(Submissions submissions, WebhookRows webhooks, DeliveryRows deliveries, Clock clock) {
        this.submissions = submissions;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @EventListener
    void on(SubmissionMoved moved) {
        submissions.find(moved.submission()).ifPresent(submission -> {
            var now = clock.instant();
            webhooks.of(submission.organization())
                    .forEach(webhook -> deliveries.add(
                            webhook.id(), "submission.moved", body(submission, moved.state(), now), now));
        });
    }

    private static String body(Submission submission, SubmissionState state, Instant at) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("event", "submission.moved");
        body.put("at", at.toString());
        body.putObject("submission")
                .put("id", submission.id().toString())
                .put("integration_id", submission.integration().toString())
                .put("name", submission.displayName())
                .put("kind", submission.kind().name())
                .put("state", state.name())
                .put("state_label", state.label())
                .put("waits_for", state.waitsFor().name())
                .put("version", submission.version())
                .put("round", submission.round());
        return body.toString();
    }
}
