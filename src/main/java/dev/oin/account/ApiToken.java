package dev.oin.account;

import dev.oin.kernel.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known about an API token; the token itself was shown once and is not kept. */
public record ApiToken(
        TokenId id,
        AccountId owner,
        String name,
        TokenScope scope,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
