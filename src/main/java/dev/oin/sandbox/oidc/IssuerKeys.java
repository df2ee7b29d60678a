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
import dev.oin.sandbox.fault.ExtraKeys;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The key set of the current issuer: its organisation's one key, and those that a run of checks has added for its time. */
@Component
final class IssuerKeys implements JWKSource<SecurityContext> {

    private final SigningKeys keys;
    private final ExtraKeys extra;
    private final CurrentIssuer issuer;

    IssuerKeys(SigningKeys keys, ExtraKeys extra, CurrentIssuer issuer) {
        this.keys = keys;
        this.extra = extra;
        this.issuer = issuer;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        var published = Stream.concat(
                        Stream.<JWK>of(key()),
                        extra.of(issuer.organization().id()).stream().map(IssuerKeys::jwk))
                .toList();
        return selector.select(new JWKSet(published));
    }

    private static JWK jwk(ExtraKeys.Key key) {
        return new RSAKey.Builder(key.publicKey())
                .keyID(key.id())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .build();
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
