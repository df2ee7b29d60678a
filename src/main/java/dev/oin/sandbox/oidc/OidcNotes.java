package dev.oin.sandbox.oidc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;

/** What the sign-in log says about OpenID Connect; never a code, a token or a secret. */
final class OidcNotes {

    private OidcNotes() {}

    static Map<String, String> of(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        var notes = new LinkedHashMap<String, String>();
        notes.put("client_id", request.getClientId());
        notes.put("scope", String.join(" ", request.getScopes()));
        put(notes, "redirect_uri", request.getRedirectUri());
        put(notes, "state", request.getState());
        for (var name :
                new String[] {"nonce", "code_challenge", "code_challenge_method", "prompt", "max_age", "login_hint"}) {
            put(notes, name, request.getAdditionalParameters().get(name));
        }
        return notes;
    }

    static Map<String, String> of(OAuth2TokenContext context) {
        var notes = new LinkedHashMap<String, String>();
        notes.put("client_id", context.getRegisteredClient().getClientId());
        if (context.getAuthorizationGrant() instanceof OAuth2AuthorizationCodeAuthenticationToken redeemed) {
            put(notes, "redirect_uri", redeemed.getRedirectUri());
            notes.put("pkce", String.valueOf(redeemed.getAdditionalParameters().containsKey("code_verifier")));
            if (redeemed.getPrincipal() instanceof OAuth2ClientAuthenticationToken client) {
                notes.put(
                        "client_authentication",
                        client.getClientAuthenticationMethod().getValue());
            }
        }
        return notes;
    }

    static Map<String, String> of(OAuth2Error error) {
        var notes = new LinkedHashMap<String, String>();
        notes.put("error", error.getErrorCode());
        put(notes, "error_description", error.getDescription());
        return notes;
    }

    private static void put(Map<String, String> notes, String name, @Nullable Object value) {
        if (value != null) {
            notes.put(name, value.toString());
        }
    }
}
