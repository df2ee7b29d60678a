package dev.oin.sandbox.oidc;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** An authorization request as it is kept with its grant. */
record StoredRequest(
        String authorizationUri,
        String clientId,
        @Nullable String redirectUri,
        Set<String> scopes,
        @Nullable String state,
        Map<String, Object> parameters) {

    static StoredRequest of(OAuth2AuthorizationRequest request) {
        return new StoredRequest(
                request.getAuthorizationUri(),
                request.getClientId(),
                request.getRedirectUri(),
                request.getScopes(),
                request.getState(),
                request.getAdditionalParameters());
    }

    OAuth2AuthorizationRequest rebuilt() {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(authorizationUri)
                .clientId(clientId)
                .redirectUri(redirectUri)
                .scopes(scopes)
                .state(state)
                .additionalParameters(parameters)
                .build();
    }
}
