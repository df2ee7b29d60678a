package dev.oin.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Texts that nobody guesses, and the hash that is kept of those with 256 random bits: no slow hash is needed for them. */
@Component
public final class RandomTexts {

    private static final int SECRET_BYTES = 32;
    private static final int PASSWORD_BYTES = 12;

    private final SecureRandom random;

    RandomTexts(SecureRandom random) {
        this.random = random;
    }

    /** A secret of 256 bits. */
    public String secret() {
        return text(SECRET_BYTES);
    }

    /** A password that can be typed. */
    String password() {
        return text(PASSWORD_BYTES);
    }

    private String text(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of a secret. */
    public static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
