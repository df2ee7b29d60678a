package dev.oin.sandbox.oidc;

import dev.oin.sandbox.login.SandboxPrincipal;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/** Knows the bearers of access tokens: opaque texts, found by their hash. No bean of an authentication manager, which would serve every door. */
@Component
final class BearerOfAccessToken {

    private final GrantRows grants;

    BearerOfAccessToken(GrantRows grants) {
        this.grants = grants;
    }

    Authentication authenticate(Authentication presented) {
        var token = ((BearerTokenAuthenticationToken) presented).getToken();
        var grant = grants.findByToken(token, OAuth2TokenType.ACCESS_TOKEN);
        var access = grant == null ? null : grant.getAccessToken();
        if (grant == null || access == null || !access.isActive()) {
            throw new InvalidBearerTokenException("The access token is unknown, used up or expired.");
        }
        Authentication person = grant.getAttribute(Principal.class.getName());
        if (person == null || !(person.getPrincipal() instanceof SandboxPrincipal principal)) {
            throw new IllegalStateException("A grant of nobody");
        }
        return new BearerTokenAuthentication(
                new DefaultOAuth2AuthenticatedPrincipal(
                        principal.getName(), Map.of("sub", principal.getName()), List.of()),
                access.getToken(),
                List.of());
    }
}
