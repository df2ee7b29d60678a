package dev.oin.sandbox.oidc;

import dev.oin.sandbox.NoteSignIn;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.sandbox.SignInEvent.What;
import dev.oin.sandbox.login.Visitor;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Ends the sandbox's session when an app asks for it (OpenID Connect RP-Initiated Logout). */
@Component
final class SignOutAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final InstalledClients clients;
    private final NoteSignIn log;

    SignOutAnswers(InstalledClients clients, NoteSignIn log) {
        this.clients = clients;
        this.log = log;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var asked = (OidcLogoutAuthenticationToken) authentication;
        note(asked);
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect(target(asked, request));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException, ServletException {
        var error = ((OAuth2AuthenticationException) exception).getError();
        ProblemPage.show(
                request,
                response,
                "The sign-out request is not valid: " + error.getErrorCode() + ". " + error.getDescription());
    }

    private void note(OidcLogoutAuthenticationToken asked) {
        var principal = Visitor.principal();
        var idToken = asked.getIdToken();
        var audience = idToken == null
                ? Optional.<String>empty()
                : idToken.getAudience().stream().findFirst();
        audience.flatMap(clients::instance)
                .ifPresent(instance -> log.note(
                        instance.id(),
                        principal.map(person -> person.person()).orElse(null),
                        principal.flatMap(person -> person.run()).orElse(null),
                        What.SIGNED_OUT,
                        Map.of("post_logout_redirect_uri", String.valueOf(asked.getPostLogoutRedirectUri()))));
    }

    private static String target(OidcLogoutAuthenticationToken asked, HttpServletRequest request) {
        var uri = asked.getPostLogoutRedirectUri();
        if (uri == null || uri.isBlank()) {
            return SandboxAddresses.path(Visitor.organization(request)) + "/login";
        }
        var state = asked.getState();
        return state == null || state.isEmpty()
                ? uri
                : UriComponentsBuilder.fromUriString(uri)
                        .queryParam("state", "{state}")
                        .encode()
                        .buildAndExpand(Map.of("state", state))
                        .toUriString();
    }
}
