package dev.oin.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * After signing out: the front page; for whoever came by single sign-on, a page that offers to sign out there too. A form
 * may not lead to another host (its content security policy), a link may.
 */
@RestController
class SignedOut implements LogoutSuccessHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignedOut.class);
    private static final String THERE = SignedOut.class.getName();

    private final ProviderSessions sessions;

    SignedOut(ProviderSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication session)
            throws IOException {
        var there = there(session);
        there.ifPresent(address -> request.getSession().setAttribute(THERE, address));
        response.sendRedirect(there.isPresent() ? "/sign-in?staff=signed-out" : "/");
    }

    @GetMapping("/sign-in/staff/sign-out")
    ResponseEntity<Void> there(HttpSession session) {
        var there = session.getAttribute(THERE);
        session.removeAttribute(THERE);
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(there instanceof URI address ? address : URI.create("/sign-in"))
                .build();
    }

    /** Signing out here never fails because the provider is away. */
    private Optional<URI> there(@Nullable Authentication session) {
        try {
            return sessions.endOf(session);
        } catch (AuthenticationException | IllegalArgumentException | IllegalStateException unreachable) {
            LOG.warn("Signed out here; the provider could not be asked where to sign out there", unreachable);
            return Optional.empty();
        }
    }
}
