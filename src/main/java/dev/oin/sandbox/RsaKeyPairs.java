package dev.oin.sandbox;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Pairs of 2048 bits that have never been given before. */
@Component
final class RsaKeyPairs implements KeyPairs {

    private static final int BITS = 2048;

    private final SecureRandom random;

    RsaKeyPairs(SecureRandom random) {
        this.random = random;
    }

    @Override
    public KeyPair next() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS, random);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has RSA", impossible);
        }
    }
}
