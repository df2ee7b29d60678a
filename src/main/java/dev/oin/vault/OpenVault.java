package dev.oin.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.env.Environment;

/** Finds the master key, or makes one for evaluation on one machine. */
@Configuration(proxyBeanMethods = false)
class OpenVault {

    @Bean
    Vault vault(VaultProperties properties, Environment environment, SecureRandom random)
            throws GeneralSecurityException, IOException {
        if (properties.hasKey()) {
            return new AeadVault(MasterKeys.parse(properties.masterKey().reveal()));
        }
        if (environment.containsProperty("spring.datasource.url")) {
            throw new IllegalStateException("A configured database needs OIN_MASTER_KEY: 32 random bytes in Base64"
                    + " (openssl rand -base64 32), the same on every node, kept apart from the database.");
        }
        return new AeadVault(MasterKeys.parse(keptKey(properties.keyFile(), random)));
    }

    static String keptKey(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            make(file.toAbsolutePath(), random);
        }
        return Files.readString(file).strip();
    }

    private static void make(Path file, SecureRandom random) throws IOException {
        Files.createDirectories(file.getParent());
        var key = new byte[MasterKeys.KEY_BYTES];
        random.nextBytes(key);
        try (var channel = Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(key)));
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // somebody else's key is as good
        }
    }

    @Bean
    @ConfigurationPropertiesBinding
    static Converter<String, Secret> secretFromText() {
        return new Converter<>() {
            @Override
            public Secret convert(String text) {
                return new Secret(text);
            }
        };
    }
}
