package dev.oin.sample.saml;

import dev.oin.sample.SampleSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.security.saml2.core.Saml2X509Credential;
import org.springframework.stereotype.Component;

/** The key pair that signs our requests and opens encrypted assertions; made at first need. */
@Component
class ServiceProviderKey {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String ALIAS = "sp";

    private final Path file;
    private final Clock clock;
    private final SecureRandom random;
    private final PrivateKey key;
    private final X509Certificate certificate;

    ServiceProviderKey(SampleSettings settings, Clock clock, SecureRandom random) {
        this.file = settings.data().resolve("saml-key.p12");
        this.clock = clock;
        this.random = random;
        try {
            KeyStore store = Files.exists(file) ? load() : create();
            this.key = (PrivateKey) store.getKey(ALIAS, PASSWORD);
            this.certificate = (X509Certificate) store.getCertificate(ALIAS);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("Cannot read or make " + file, e);
        }
    }

    Saml2X509Credential signing() {
        return Saml2X509Credential.signing(key, certificate);
    }

    Saml2X509Credential decryption() {
        return Saml2X509Credential.decryption(key, certificate);
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private KeyStore create() throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048, random);
        KeyPair pair = generator.generateKeyPair();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setKeyEntry(ALIAS, pair.getPrivate(), PASSWORD, new Certificate[] {selfSigned(pair)});
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return store;
    }

    private X509Certificate selfSigned(KeyPair pair) throws GeneralSecurityException, OperatorCreationException {
        X500Principal name = new X500Principal("CN=Sample HR");
        Date from = Date.from(clock.instant().minus(Duration.ofDays(1)));
        Date to = Date.from(clock.instant().plus(Duration.ofDays(3650)));
        var builder =
                new JcaX509v3CertificateBuilder(name, new BigInteger(120, random), from, to, name, pair.getPublic());
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }
}
