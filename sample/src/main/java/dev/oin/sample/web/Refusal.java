package dev.oin.sample.web;

import dev.oin.sample.people.NotAdmitted;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** After a refused sign-in: a page that says so, and no session. */
@Component
class Refusal implements AuthenticationFailureHandler {

    static final String TITLE = "refusedTitle";
    static final String REASON = "refusedReason";
    private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);

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

    private static @Nullable NotAdmitted notAdmitted(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotAdmitted known) {
                return known;
            }
        }
        return null;
    }
}
