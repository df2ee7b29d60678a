package dev.oin.web.frame;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An API token in a table. */
public record TokenRow(
        String id,
        String name,
        String owner,
        String scope,
        Instant expiresAt,
        @Nullable Instant usedAt) {}
