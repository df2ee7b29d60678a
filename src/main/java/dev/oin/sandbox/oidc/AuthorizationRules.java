package dev.oin.sandbox.oidc;

import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.NoteSignIn;
import dev.oin.sandbox.SignInEvent.What;
import dev.oin.sandbox.fault.TokenFault;
import dev.oin.sandbox.login.SandboxPrincipal;
import java.util.function.Consumer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Decides whether an authorization request is answered. Redirect URIs are compared to the letter, on loopback too: what is tested is what customers will use.
 */
@Component
final class AuthorizationRules implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    private final Assignments assignments;
    private final ArmedTokenFaults faults;
    private final NoteSignIn log;

    AuthorizationRules(Assignments assignments, ArmedTokenFaults faults, NoteSignIn log) {
        this.assignments = assignments;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        var client = context.getRegisteredClient();
        var redirectUri = request.getRedirectUri();
        if (redirectUri == null || !client.getRedirectUris().contains(redirectUri)) {
            throw refusal(
                    "invalid_request",
                    "redirect_uri \"" + redirectUri + "\" is not registered for this instance.",
                    withoutRedirect(request));
        }
        refuseWhatIsNotOffered(request);
        if (!request.getScopes().contains("openid")) {
            throw refusal("invalid_scope", "The scope openid is missing.", request);
        }
        if (!client.getScopes().containsAll(request.getScopes())) {
            throw refusal("invalid_scope", "Only these scopes are allowed: " + client.getScopes() + ".", request);
        }
        if (request.getPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof SandboxPrincipal principal) {
            letIn(request, principal, InstanceId.of(client.getId()));
        }
    }

    /** OpenID Connect Core 3.1.2.6. */
    private static void refuseWhatIsNotOffered(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        var parameters = request.getAdditionalParameters();
        if (parameters.containsKey("request")) {
            throw refusal(
                    "request_not_supported",
                    "The parameter request is not supported; send the parameters as they are.",
                    request);
        }
        if (ResponseMode.of(parameters.get(ResponseMode.PARAMETER)).isEmpty()) {
            throw refusal(
                    "invalid_request",
                    "This response_mode is not supported; use one of " + String.join(", ", ResponseMode.texts()) + ".",
                    request);
        }
    }

    private void letIn(
            OAuth2AuthorizationCodeRequestAuthenticationToken request,
            SandboxPrincipal principal,
            InstanceId instance) {
        log.note(
                instance,
                principal.person(),
                principal.run().orElse(null),
                What.OIDC_REQUEST_RECEIVED,
                OidcNotes.of(request));
        if (!principal.reaches(instance) || !assignments.isAssigned(instance, principal.person())) {
            throw refusal("access_denied", "The person is not assigned to this app.", request);
        }
        if (faults.of(principal, instance).filter(TokenFault::deniesAccess).isPresent()) {
            throw refusal("access_denied", "The person has said no.", request);
        }
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException refusal(
            String code, String description, OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        return new OAuth2AuthorizationCodeRequestAuthenticationException(
                new OAuth2Error(code, description, null), request);
    }

    /** An error is never sent to an address that is not registered. */
    private static OAuth2AuthorizationCodeRequestAuthenticationToken withoutRedirect(
            OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        return new OAuth2AuthorizationCodeRequestAuthenticationToken(
                request.getAuthorizationUri(),
                request.getClientId(),
                (Authentication) request.getPrincipal(),
                null,
                request.getState(),
                request.getScopes(),
                request.getAdditionalParameters());
    }
}
