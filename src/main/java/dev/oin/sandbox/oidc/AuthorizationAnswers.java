package dev.oin.sandbox.oidc;

import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.NoteSignIn;
import dev.oin.sandbox.SignInEvent.What;
import dev.oin.sandbox.login.SandboxPrincipal;
import dev.oin.sandbox.login.Visitor;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends codes and errors to the app; where no registered address is known, a page of ours explains the error. */
@Component
final class AuthorizationAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final InstalledClients clients;
    private final NoteSignIn log;

    AuthorizationAnswers(InstalledClients clients, NoteSignIn log) {
        this.clients = clients;
        this.log = log;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        var answer = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        var code = answer.getAuthorizationCode();
        if (code == null) {
            throw new IllegalStateException("An answer without a code");
        }
        note(answer.getClientId(), What.OIDC_ANSWERED, OidcNotes.of(answer));
        send(request, response, answer, Map.of("code", code.getTokenValue()));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException, ServletException {
        var error = ((OAuth2AuthenticationException) exception).getError();
        var refused = exception instanceof OAuth2AuthorizationCodeRequestAuthenticationException failed
                ? failed.getAuthorizationCodeRequestAuthentication()
                : null;
        note(
                refused == null ? request.getParameter("client_id") : refused.getClientId(),
                What.OIDC_REQUEST_REFUSED,
                OidcNotes.of(error));
        if (refused == null || refused.getRedirectUri() == null || !isRegistered(refused)) {
            ProblemPage.show(request, response, reason(error));
        } else {
            send(request, response, refused, parameters(error));
        }
    }

    private boolean isRegistered(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        var client = clients.findByClientId(request.getClientId());
        return client != null && client.getRedirectUris().contains(String.valueOf(request.getRedirectUri()));
    }

    private static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            OAuth2AuthorizationCodeRequestAuthenticationToken asked,
            Map<String, String> parameters)
            throws IOException, ServletException {
        var values = new LinkedHashMap<>(parameters);
        var state = asked.getState();
        if (state != null && !state.isEmpty()) {
            values.put("state", state);
        }
        var address = String.valueOf(asked.getRedirectUri());
        switch (ResponseMode.of(request.getParameter(ResponseMode.PARAMETER)).orElse(ResponseMode.QUERY)) {
            case QUERY -> response.sendRedirect(withQuery(address, values));
            case FRAGMENT ->
                response.sendRedirect(address + '#' + withQuery("", values).substring(1));
            case FORM_POST -> FormPostPage.show(request, response, address, values);
        }
    }

    private static String withQuery(String address, Map<String, String> values) {
        var target = UriComponentsBuilder.fromUriString(address);
        values.keySet().forEach(name -> target.queryParam(name, "{" + name + "}"));
        return target.encode().buildAndExpand(values).toUriString();
    }

    private void note(@Nullable String clientId, What what, Map<String, String> details) {
        var principal = Visitor.principal();
        var instance = Optional.ofNullable(clientId).flatMap(clients::instance);
        instance.ifPresent(found -> log.note(found.id(), person(principal), run(principal), what, details));
    }

    private static @Nullable PersonId person(Optional<SandboxPrincipal> principal) {
        return principal.map(SandboxPrincipal::person).orElse(null);
    }

    private static @Nullable RunId run(Optional<SandboxPrincipal> principal) {
        return principal.flatMap(SandboxPrincipal::run).orElse(null);
    }

    private static Map<String, String> parameters(OAuth2Error error) {
        var description = error.getDescription();
        return description == null || description.isBlank()
                ? Map.of("error", error.getErrorCode())
                : Map.of("error", error.getErrorCode(), "error_description", ascii(description));
    }

    /** What an error description may consist of (RFC 6749 4.1.2.1). */
    private static String ascii(String text) {
        return text.replace('"', '\'').replaceAll("[^\\x20-\\x7e]|\\\\", "?");
    }

    private static String reason(OAuth2Error error) {
        var description = String.valueOf(error.getDescription());
        if (description.endsWith("request_uri")) {
            return "The app's request is not valid: request_uri is not supported; send the parameters as they are.";
        }
        return description.endsWith("client_id")
                ? "client_id is not that of an active OpenID Connect instance in this sandbox."
                : "The app's request is not valid: " + error.getErrorCode() + ". " + description;
    }
}
