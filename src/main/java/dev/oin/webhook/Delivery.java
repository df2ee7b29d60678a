package dev.oin.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call of a webhook.
 *
 * @param answer what came back the last time; null before the first attempt
 */
public record Delivery(
        UUID id,
        UUID webhook,
        String event,
        String body,
        State state,
        int attempts,
        Instant createdAt,
        Instant dueAt,
        @Nullable String answer) {

    /** How far it is. */
    public enum State {
        WAITING,
        DELIVERED,
        FAILED
    }
}
