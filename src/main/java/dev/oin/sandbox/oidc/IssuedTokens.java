package dev.oin.sandbox.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.SignedJWT;
import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.NoteSignIn;
import dev.oin.sandbox.SignInEvent.What;
import dev.oin.sandbox.fault.TokenFault;
import dev.oin.sandbox.login.SandboxPrincipal;
import java.text.ParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** Issues tokens by the standard generators; an armed fault then breaks the ID token on its way out, and nothing else. */
@Component
final class IssuedTokens implements OAuth2TokenGenerator<OAuth2Token> {

    private final OAuth2TokenGenerator<OAuth2Token> standard;
    private final IssuerKeys keys;
    private final ArmedTokenFaults faults;
    private final NoteSignIn log;

    IssuedTokens(IssuerKeys keys, IdTokenClaims claims, ArmedTokenFaults faults, NoteSignIn log) {
        var identity = new JwtGenerator(new NimbusJwtEncoder(keys));
        identity.setJwtCustomizer(claims);
        this.standard = new DelegatingOAuth2TokenGenerator(identity, new OAuth2AccessTokenGenerator());
        this.keys = keys;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public @Nullable OAuth2Token generate(OAuth2TokenContext context) {
        var token = standard.generate(context);
        return token instanceof Jwt identity ? sent(identity, context) : token;
    }

    private Jwt sent(Jwt identity, OAuth2TokenContext context) {
        if (!(context.getPrincipal().getPrincipal() instanceof SandboxPrincipal principal)) {
            throw new IllegalStateException("A token for nobody");
        }
        var instance = InstanceId.of(context.getRegisteredClient().getId());
        log.note(instance, principal.person(), principal.run().orElse(null), What.CODE_REDEEMED, OidcNotes.of(context));
        return broken(identity, faults.of(principal, instance));
    }

    private Jwt broken(Jwt identity, Optional<TokenFault> fault) {
        return fault.map(armed -> new Jwt(
                        armed.afterSigning(signedAnew(identity.getTokenValue(), armed)),
                        identity.getIssuedAt(),
                        identity.getExpiresAt(),
                        identity.getHeaders(),
                        identity.getClaims()))
                .orElse(identity);
    }

    private String signedAnew(String token, TokenFault fault) {
        try {
            var claims = fault.beforeSigning(SignedJWT.parse(token).getPayload().toJSONObject());
            var key = keys.key();
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            var anew = new JWSObject(header, new Payload(claims));
            anew.sign(new RSASSASigner(key));
            return anew.serialize();
        } catch (ParseException | JOSEException failed) {
            throw new IllegalStateException("Cannot sign anew for the fault of " + fault.checkId(), failed);
        }
    }
}
