package dev.oin.sample.web;

import dev.oin.sample.LocalPath;
import dev.oin.sample.oidc.OidcWeb;
import dev.oin.sample.state.Connections;
import dev.oin.sample.state.Weakness;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** After a sign-in: on to where the person wanted to go, if that is one of our own pages. */
@Component
class Welcome implements AuthenticationSuccessHandler {

    private final Connections connections;

    Welcome(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        String path = LocalPath.of(request.getParameter("RelayState"))
                .or(() -> OidcWeb.afterwards(request))
                .orElse("/");
        if (connections.has(Weakness.SSO_NO_SESSION)) {
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
        }
        response.sendRedirect(path);
    }
}
