package dev.oin.account;

import java.time.Instant;

/**
 * Who did what to whose account.
 *
 * @param actor who did it, by name; empty for the product itself
 * @param account whose account it concerned, by e-mail address; empty for none
 * @param detail from what to what, or which
 */
public record AuditEntry(Instant at, String actor, String account, String what, String detail) {}
