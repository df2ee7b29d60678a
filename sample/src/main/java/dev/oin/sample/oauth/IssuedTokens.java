package dev.oin.sample.oauth;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/** What was issued since the start; all of it can be forgotten at once, as if an administrator had revoked it. */
@Component
public class IssuedTokens implements OAuth2AuthorizationService {

    private final Clock clock;
    private volatile OAuth2AuthorizationService kept = new InMemoryOAuth2AuthorizationService();

    IssuedTokens(Clock clock) {
        this.clock = clock;
    }

    /** What an access token is worth. */
    public enum Standing {
        ACTIVE,
        EXPIRED,
        UNKNOWN
    }

    /** What the access token is worth now. */
    public Standing of(@Nullable String token) {
        OAuth2Authorization found = token == null ? null : kept.findByToken(token, OAuth2TokenType.ACCESS_TOKEN);
        OAuth2Authorization.Token<?> access = found == null ? null : found.getAccessToken();
        if (access == null || access.isInvalidated()) {
            return Standing.UNKNOWN;
        }
        var end = access.getToken().getExpiresAt();
        return end != null && !clock.instant().isBefore(end) ? Standing.EXPIRED : Standing.ACTIVE;
    }

    /** Forgets everything. */
    public void forget() {
        kept = new InMemoryOAuth2AuthorizationService();
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        kept.save(authorization);
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        kept.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return kept.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return kept.findByToken(token, type);
    }
}
