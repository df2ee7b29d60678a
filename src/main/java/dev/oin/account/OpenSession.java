package dev.oin.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser in which an account is signed in.
 *
 * @param id names the session, without being usable as one
 * @param current whether it is the session that asks
 */
public record OpenSession(UUID id, Instant startedAt, Instant lastUsedAt, boolean current) {}
