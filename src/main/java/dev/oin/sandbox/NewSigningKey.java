package dev.oin.sandbox;

import dev.oin.kernel.Ids;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.stereotype.Component;

/** Makes signing keys: a new pair with a self-signed certificate for ten years. */
@Component
final class NewSigningKey {

    private static final Duration LIFE = Duration.ofDays(3650);

    private final Clock clock;
    private final Ids ids;
    private final SecureRandom random;
    private final KeyPairs pairs;

    NewSigningKey(Clock clock, Ids ids, SecureRandom random, KeyPairs pairs) {
        this.clock = clock;
        this.ids = ids;
        this.random = random;
        this.pairs = pairs;
    }

    SigningKey named(String commonName) {
        try {
            var pair = pairs.next();
            return new SigningKey(
                    ids.next().toString(), (RSAPrivateKey) pair.getPrivate(), certificate(commonName, pair));
        } catch (GeneralSecurityException | OperatorCreationException failed) {
            throw new IllegalStateException("Cannot make a signing key", failed);
        }
    }

    private X509Certificate certificate(String commonName, KeyPair pair)
            throws GeneralSecurityException, OperatorCreationException {
        var name = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
        var now = clock.instant();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(128, random),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(LIFE)),
                name,
                pair.getPublic());
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }
}
