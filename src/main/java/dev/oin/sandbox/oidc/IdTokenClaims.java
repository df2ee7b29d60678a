package dev.oin.sandbox.oidc;

import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.People;
import dev.oin.sandbox.login.SandboxPrincipal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** Adds to ID tokens what the standard generator leaves out. */
@Component
final class IdTokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final People people;
    private final IssuerKeys keys;
    private final PersonClaims told;

    IdTokenClaims(People people, IssuerKeys keys, PersonClaims told) {
        this.told = told;
        this.people = people;
        this.keys = keys;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!(context.getPrincipal().getPrincipal() instanceof SandboxPrincipal principal)) {
            throw new IllegalStateException("A token for nobody");
        }
        var person = people.find(principal.person())
                .orElseThrow(() -> new IllegalStateException("The person is gone: " + principal));
        context.getJwsHeader().keyId(keys.key().getKeyID());
        context.getClaims().claims(claims -> {
            claims.putAll(told.of(
                    person, InstanceId.of(context.getRegisteredClient().getId()), context.getAuthorizedScopes()));
            claims.put("auth_time", principal.authenticatedAt().getEpochSecond());
            var grant = context.getAuthorization();
            if (grant != null && grant.getAccessToken() != null) {
                claims.put("at_hash", hash(grant.getAccessToken().getToken().getTokenValue()));
            }
        });
    }

    /** The left half of the token's SHA-256 (OpenID Connect Core 3.1.3.6). */
    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
