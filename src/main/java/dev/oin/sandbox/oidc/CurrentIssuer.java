package dev.oin.sandbox.oidc;

import dev.oin.account.Organization;
import dev.oin.account.Organizations;
import java.net.URI;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.stereotype.Component;

/** Whose issuer the current request speaks to. */
@Component
final class CurrentIssuer {

    private final Organizations organizations;

    CurrentIssuer(Organizations organizations) {
        this.organizations = organizations;
    }

    /** The organisation; the gate has seen to it that there is one. */
    Organization organization() {
        var issuer = AuthorizationServerContextHolder.getContext().getIssuer();
        var path = URI.create(issuer).getPath();
        return organizations
                .find(path.substring(path.lastIndexOf('/') + 1))
                .orElseThrow(() -> new IllegalStateException("No organization for the issuer " + issuer));
    }
}
