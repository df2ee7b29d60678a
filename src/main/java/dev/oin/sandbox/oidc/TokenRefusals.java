package dev.oin.sandbox.oidc;

import dev.oin.sandbox.NoteSignIn;
import dev.oin.sandbox.SignInEvent.What;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ErrorAuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Refuses at the token endpoint in the standard's words, and notes it at the instance whose client id was used. */
@Component
final class TokenRefusals implements AuthenticationFailureHandler {

    private static final String BASIC = "Basic ";

    private final InstalledClients clients;
    private final NoteSignIn log;
    private final AuthenticationFailureHandler standard = new OAuth2ErrorAuthenticationFailureHandler();

    TokenRefusals(InstalledClients clients, NoteSignIn log) {
        this.clients = clients;
        this.log = log;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException, ServletException {
        if (exception instanceof OAuth2AuthenticationException refused) {
            clientId(request)
                    .flatMap(clients::instance)
                    .ifPresent(instance -> log.note(
                            instance.id(), null, null, What.TOKEN_REQUEST_REFUSED, OidcNotes.of(refused.getError())));
        }
        if (isInvalidClient(exception) && request.getHeader("Authorization") != null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"token\"");
        }
        standard.onAuthenticationFailure(request, response, exception);
    }

    private static boolean isInvalidClient(AuthenticationException exception) {
        return exception instanceof OAuth2AuthenticationException refused
                && refused.getError().getErrorCode().equals("invalid_client");
    }

    private static Optional<String> clientId(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.ofNullable(request.getParameter("client_id"));
        }
        try {
            var decoded = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            return Optional.of(decoded.split(":", 2)[0]);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
