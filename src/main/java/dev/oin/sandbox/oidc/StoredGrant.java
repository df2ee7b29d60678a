package dev.oin.sandbox.oidc;

import com.nimbusds.jwt.JWTParser;
import dev.oin.sandbox.RandomTexts;
import dev.oin.sandbox.login.SandboxPrincipal;
import java.security.Principal;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** A grant as it is kept. */
record StoredGrant(
        String id,
        String instance,
        SandboxPrincipal principal,
        StoredRequest request,
        Token code,
        @Nullable Token access,
        @Nullable String idTokenHash) {

    /** A code or token as it is kept. */
    record Token(String hash, Instant issuedAt, Instant expiresAt, boolean invalidated) {}

    /** The column that tokens of the type are found by; empty for those that are not granted here. */
    static String column(OAuth2TokenType type) {
        return switch (type.getValue()) {
            case "code" -> "code_hash";
            case "access_token" -> "access_token_hash";
            case "id_token" -> "id_token_hash";
            default -> "";
        };
    }

    /** The grant for whoever presented the value; null where its client is gone. */
    @Nullable
    OAuth2Authorization rebuilt(String presented, RegisteredClientRepository clients) {
        var client = clients.findById(instance);
        if (client == null) {
            return null;
        }
        var grant = OAuth2Authorization.withRegisteredClient(client)
                .id(id)
                .principalName(principal.getName())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(request.scopes())
                .attribute(OAuth2AuthorizationRequest.class.getName(), request.rebuilt())
                .attribute(
                        Principal.class.getName(),
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()))
                .token(
                        new OAuth2AuthorizationCode(
                                Presented.value(presented, code.hash()), code.issuedAt(), code.expiresAt()),
                        metadata ->
                                metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, code.invalidated()));
        if (access != null) {
            grant.token(
                    new OAuth2AccessToken(
                            OAuth2AccessToken.TokenType.BEARER,
                            Presented.value(presented, access.hash()),
                            access.issuedAt(),
                            access.expiresAt(),
                            request.scopes()),
                    metadata ->
                            metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, access.invalidated()));
        }
        if (idTokenHash != null) {
            grant.token(idToken(presented, idTokenHash));
        }
        return grant.build();
    }

    private OidcIdToken idToken(String presented, String hash) {
        var value = Presented.value(presented, hash);
        var claims = RandomTexts.hash(presented).equals(hash) ? claims(presented) : Map.<String, Object>of();
        return new OidcIdToken(
                value, code.issuedAt(), null, claims.isEmpty() ? Map.of("sub", principal.getName()) : claims);
    }

    private static Map<String, Object> claims(String token) {
        try {
            return JWTParser.parse(token).getJWTClaimsSet().getClaims();
        } catch (ParseException faulty) {
            return Map.of();
        }
    }
}
