package dev.oin.sandbox.oidc;

import dev.oin.sandbox.fault.ExtraKeys;
import dev.oin.sandbox.login.Visitor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets apps keep the key set for a while, so that they need not ask for it at every sign-in (OpenID Connect Core 10.1.1). */
final class KeySetCaching extends OncePerRequestFilter {

    private final ExtraKeys extra;

    KeySetCaching(ExtraKeys extra) {
        this.extra = extra;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().endsWith("/oauth2/jwks");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "max-age=300");
        extra.noteRead(Visitor.organization(request).id());
        chain.doFilter(request, response);
    }
}
