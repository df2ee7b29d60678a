package dev.oin.sandbox.login;

import dev.oin.account.Organizations;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.vault.Vault;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter of the identity provider: requests appear under the public address, whichever name they came by, so that issuers are the same to the letter;
 * and their sessions are the sandbox's own. It runs before the portal's session filter, which then steps aside.
 */
final class SandboxDoor extends OncePerRequestFilter {

    private final SandboxAddresses addresses;
    private final SessionRepositoryFilter<?> sessions;

    SandboxDoor(SandboxAddresses addresses, OpenSessions sessions, Vault vault, Organizations organizations) {
        this.addresses = addresses;
        var filter = new SessionRepositoryFilter<>(sessions.repository());
        filter.setHttpSessionIdResolver(new SealedCookie(vault, organizations));
        this.sessions = filter;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SandboxPaths.isOurs(request)) {
            try {
                sessions.doFilter(new PublicRequest(request, addresses.origin()), response, chain);
            } finally {
                forget(request);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    /** An error page that follows belongs to the portal: a visitor without a session here still has the one there. */
    private static void forget(HttpServletRequest request) {
        request.removeAttribute(SessionRepositoryFilter.INVALID_SESSION_ID_ATTR);
        request.removeAttribute(SessionRepositoryFilter.SESSION_REPOSITORY_ATTR);
        request.removeAttribute(SessionRepositoryFilter.SESSION_REPOSITORY_ATTR + ".CURRENT_SESSION");
    }
}
