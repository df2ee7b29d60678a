package dev.oin.sandbox.oidc;

import dev.oin.sandbox.RandomTexts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares client secrets with their hashes; they are made here with 256 random bits, so a fast hash keeps them. */
final class ClientSecrets implements PasswordEncoder {

    @Override
    public String encode(CharSequence secret) {
        return RandomTexts.hash(secret.toString());
    }

    @Override
    public boolean matches(CharSequence secret, String hash) {
        return MessageDigest.isEqual(
                encode(secret).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }
}
