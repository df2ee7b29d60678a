package dev.oin.sample.people;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in.
 *
 * @param until when the identity provider wants the session to end
 * @param idToken what the OpenID Provider needs as a hint at sign-out
 */
public record Member(
        String accountId,
        String protocol,
        Instant since,
        @Nullable Instant until,
        @Nullable String idToken) implements Serializable {}
