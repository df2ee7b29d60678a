package dev.oin.sample.web;

import dev.oin.sample.people.Member;
import dev.oin.sample.people.NotAdmitted;
import dev.oin.sample.people.People;
import dev.oin.sample.state.Connections;
import dev.oin.sample.state.Weakness;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** After a refused sign-in: a page that says so, and no session. */
@Component
class Refusal implements AuthenticationFailureHandler {

    static final String TITLE = "refusedTitle";
    static final String REASON = "refusedReason";
    private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);

    private final Connections connections;
    private final People people;
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    Refusal(Connections connections, People people) {
        this.connections = connections;
        this.people = people;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        NotAdmitted known = notAdmitted(failure);
        if (isMishandled(request, response, failure, known)) {
            return;
        }
        LOG.info("Sign-in refused at {}: {}", request.getRequestURI(), failure.getMessage());
        request.setAttribute(TITLE, known == null ? "Sign-in failed" : "No account");
        request.setAttribute(
                REASON,
                known == null
                        ? "The answer of your identity provider was not acceptable, so you are not signed in."
                        : known.getMessage());
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        request.getRequestDispatcher("/refused").forward(request, response);
    }

    private boolean isMishandled(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure,
            @Nullable NotAdmitted known)
            throws IOException {
        boolean denied = request.getParameter("error") != null
                || String.valueOf(failure.getMessage()).contains("reports a failure");
        if (denied && connections.has(Weakness.DENIAL_LOOPS)) {
            response.sendRedirect(request.getRequestURI().startsWith("/saml") ? "/saml/login" : "/oidc/login");
            return true;
        }
        if (denied && connections.has(Weakness.DENIAL_AS_GUEST)) {
            signGuestIn(request, response);
            return true;
        }
        if (known != null && connections.has(Weakness.UNKNOWN_REFUSED_SILENTLY)) {
            response.sendRedirect("/");
            return true;
        }
        return false;
    }

    private void signGuestIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Member guest = new Member(people.all().getFirst().id(), "nothing", people.now(), null, null);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                guest, null, AuthorityUtils.createAuthorityList("ROLE_MEMBER")));
        sessions.saveContext(context, request, response);
        response.sendRedirect("/account");
    }

    private static @Nullable NotAdmitted notAdmitted(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotAdmitted known) {
                return known;
            }
        }
        return null;
    }
}
