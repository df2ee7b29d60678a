package dev.oin.sample.web;

import dev.oin.sample.state.Connections;
import dev.oin.sample.state.Weakness;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The weakness of an application that breaks when the sign-in answer arrives. */
@Component
class BrokenCallback extends OncePerRequestFilter {

    private static final Set<String> CALLBACKS = Set.of("/saml/acs", "/saml/acs/second", "/oidc/callback");

    private final Connections connections;

    BrokenCallback(Connections connections) {
        this.connections = connections;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (CALLBACKS.contains(request.getRequestURI()) && connections.has(Weakness.SSO_SERVER_ERROR)) {
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        } else {
            chain.doFilter(request, response);
        }
    }
}
