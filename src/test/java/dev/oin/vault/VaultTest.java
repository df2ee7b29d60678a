package dev.oin.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oin.kernel.SubmissionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final Secret TOKEN = new Secret("a token, ünïcode");
    private static final String OLD = key((byte) 1);
    private static final String NEW = key((byte) 2);

    private final SecretOwner owner = anOwner();

    @Test
    void opens_what_it_sealed() {
        var sealed = vault(OLD).seal(TOKEN, owner);

        assertThat(vault(OLD).open(sealed, owner)).isEqualTo(TOKEN);
    }

    @Test
    void does_not_open_a_secret_copied_to_another_owner() {
        var sealed = vault(OLD).seal(TOKEN, owner);

        assertThatThrownBy(() -> vault(OLD).open(sealed, anOwner())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void still_opens_with_the_older_key_while_the_key_is_changed() {
        var sealed = vault(OLD).seal(TOKEN, owner);

        assertThat(vault(NEW + "," + OLD).open(sealed, owner)).isEqualTo(TOKEN);
    }

    @Test
    void a_resealed_secret_no_longer_needs_the_older_key() {
        var changing = vault(NEW + "," + OLD);
        var old = vault(OLD).seal(TOKEN, owner);

        var resealed = changing.reseal(old, owner);

        assertThat(changing.isCurrent(old)).isFalse();
        assertThat(changing.isCurrent(resealed)).isTrue();
        assertThat(vault(NEW).open(resealed, owner)).isEqualTo(TOKEN);
    }

    @Test
    void refuses_a_key_of_another_length() {
        assertThatThrownBy(() -> vault("c2hvcnQ=")).hasMessageContaining("32 random bytes");
    }

    @Test
    void prints_nothing_of_a_secret() {
        assertThat(TOKEN).hasToString("••••••");
    }

    @Test
    void makes_a_key_once_for_its_owner_only(@TempDir Path folder) throws IOException {
        var file = folder.resolve("data/master.key");

        var made = OpenVault.keptKey(file, new SecureRandom());

        assertThat(OpenVault.keptKey(file, new SecureRandom())).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static SecretOwner anOwner() {
        return new SecretOwner("submission", new SubmissionId(UUID.randomUUID()), "scim.token");
    }

    private static Vault vault(String keys) {
        try {
            return new AeadVault(MasterKeys.parse(keys));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String key(byte filling) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, filling);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
