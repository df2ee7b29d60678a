package dev.oin.vault;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The master key.
 *
 * @param masterKey 32 random bytes in Base64, given as {@code OIN_MASTER_KEY}; while it is being changed the new one, a comma, the old one. Required with a configured
 *     database
 * @param keyFile where a key is made and kept when none is given and the database is the embedded one
 */
@ConfigurationProperties("oin.vault")
public record VaultProperties(
        @DefaultValue("") Secret masterKey,
        @DefaultValue("./data/master.key") Path keyFile) {

    boolean hasKey() {
        return !masterKey.reveal().isBlank();
    }
}
