package dev.oin.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A link that works once, behind which the owner of a mailbox signs up or chooses a new password.
 *
 * @param company the name of the company that signs up; empty otherwise
 */
public record OneTimeLink(UUID id, Purpose purpose, String email, String company, Instant expiresAt) {

    /** What the link is for. */
    public enum Purpose {
        SIGN_UP,
        PASSWORD_RESET
    }
}
