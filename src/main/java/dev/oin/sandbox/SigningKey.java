package dev.oin.sandbox;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;

/**
 * The key with which a sandbox organisation signs assertions and tokens.
 *
 * @param keyId its name in the organisation's key set
 */
public record SigningKey(String keyId, RSAPrivateKey privateKey, X509Certificate certificate) {

    /** What apps verify with. */
    public RSAPublicKey publicKey() {
        return (RSAPublicKey) certificate.getPublicKey();
    }

    @Override
    public String toString() {
        return "SigningKey[" + keyId + "]";
    }
}
