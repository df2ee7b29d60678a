package dev.oin.sample.web;

import dev.oin.sample.SampleSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The secret that the setup call must show: given from outside, or made once and kept in a file. */
@Component
class SetupToken {

    private final String token;

    SetupToken(SampleSettings settings, SecureRandom random) {
        String given = settings.setupToken();
        try {
            this.token = given == null || given.isBlank()
                    ? kept(settings.data().resolve("setup-token"), random)
                    : given.strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or make the setup token", e);
        }
    }

    private static String kept(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, new BigInteger(160, random).toString(36));
        }
        return Files.readString(file).strip();
    }

    boolean matches(@Nullable String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        shown.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
