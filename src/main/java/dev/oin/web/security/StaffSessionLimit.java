package dev.oin.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that began at the provider when its time is up, however busy it is: who has left there does not stay here. */
class StaffSessionLimit extends OncePerRequestFilter {

    private final ProviderSessions sessions;
    private final SecurityContextLogoutHandler end = new SecurityContextLogoutHandler();

    StaffSessionLimit(ProviderSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = SecurityContextHolder.getContext().getAuthentication();
        if (sessions.isOver(session)) {
            end.logout(request, response, session);
        }
        chain.doFilter(request, response);
    }
}
