package dev.oin.webhook;

import dev.oin.kernel.EntityId;
import dev.oin.vault.SecretOwner;
import java.util.UUID;

/** Whose key it is, for the vault. */
record WebhookKey(UUID value) implements EntityId {

    static SecretOwner of(UUID webhook) {
        return new SecretOwner("webhook", new WebhookKey(webhook), "key");
    }
}
