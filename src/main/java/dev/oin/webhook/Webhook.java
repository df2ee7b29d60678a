package dev.oin.webhook;

import java.time.Instant;
import java.util.UUID;

/** An address that an organisation wants to be called at. */
public record Webhook(UUID id, String url, Instant createdAt) {}
