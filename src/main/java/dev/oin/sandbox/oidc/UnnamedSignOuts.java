package dev.oin.sandbox.oidc;

import dev.oin.sandbox.SandboxAddresses;
import dev.oin.sandbox.login.Visitor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves a sign-out without {@code id_token_hint} to the person, who finds the button at home: any site could have asked for it, and so nobody is sent back either
 * (RP-Initiated Logout 2 and 3).
 */
final class UnnamedSignOuts extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().endsWith("/connect/logout")
                || request.getParameterMap().containsKey("id_token_hint");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", SandboxAddresses.path(Visitor.organization(request)) + "/home");
    }
}
