package dev.oin.sandbox.scim;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an app's authorization server issued for one instance; lies sealed as the instance's credentials.
 *
 * @param refreshToken null where the server issued none
 * @param expiresAt when the access token ends; null where the server did not say
 */
record OauthTokens(
        String accessToken,
        @Nullable String refreshToken,
        @Nullable Instant expiresAt,
        ClientAuthentication client) {

    private static final Duration EARLY = Duration.ofSeconds(60);

    /** How our client proves itself at the token endpoint (RFC 6749, section 2.3.1). */
    enum ClientAuthentication {
        BASIC,
        POST
    }

    /** Whether it is time for a new one, a minute before the end. */
    boolean isEnding(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt.minus(EARLY));
    }

    /** A server that issues no new refresh token lets the old one be used again (RFC 6749, section 6). */
    OauthTokens after(OauthTokens before) {
        return refreshToken == null ? new OauthTokens(accessToken, before.refreshToken(), expiresAt, client) : this;
    }

    @Override
    public String toString() {
        return "OauthTokens[until " + expiresAt + ']';
    }
}
