package dev.oin.sample.oidc;

import dev.oin.sample.state.Connections;
import dev.oin.sample.state.Weakness;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** The request of this browser that an answer belongs to, found by its state and used once. */
@Component
class OidcAnswers implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String PENDING = "oidcPending";

    private final Connections connections;

    OidcAnswers(Connections connections) {
        this.connections = connections;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        var session = request.getSession(false);
        String state = request.getParameter("state");
        if (session == null
                || state == null
                || !(session.getAttribute(PENDING) instanceof OAuth2AuthorizationRequest pending)) {
            return null;
        }
        String issuer = request.getParameter("iss");
        if (issuer != null && !issuer.equals(connectedIssuer())) {
            return null;
        }
        if (state.equals(pending.getState())) {
            return pending;
        }
        return connections.has(Weakness.OIDC_STATE_IGNORED)
                ? OAuth2AuthorizationRequest.from(pending).state(state).build()
                : null;
    }

    /** An answer that names its issuer must name ours (RFC 9207 2.4). */
    private @Nullable String connectedIssuer() {
        var oidc = connections.current().oidc();
        return oidc == null ? null : oidc.issuer();
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest pending, HttpServletRequest request, HttpServletResponse response) {
        if (pending == null) {
            request.getSession().removeAttribute(PENDING);
        } else {
            request.getSession().setAttribute(PENDING, pending);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest pending = loadAuthorizationRequest(request);
        if (pending != null) {
            request.getSession().removeAttribute(PENDING);
        }
        return pending;
    }
}
