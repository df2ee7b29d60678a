package dev.oin.sandbox.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.oin.sandbox.SigningKeys;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The key set of the current issuer: its organisation's one key. */
@Component
final class IssuerKeys implements JWKSource<SecurityContext> {

    private final SigningKeys keys;
    private final CurrentIssuer issuer;

    IssuerKeys(SigningKeys keys, CurrentIssuer issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(key()));
    }

    RSAKey key() {
        var key = keys.of(issuer.organization().id());
        return new RSAKey.Builder(key.publicKey())
                .privateKey(key.privateKey())
                .keyID(key.keyId())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .build();
    }
}
