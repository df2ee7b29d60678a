package dev.oin.storage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryIT {

    @TempDir
    Path folder;

    @Test
    void refuses_a_folder_that_is_in_use() throws IOException {
        try (var first = DataDirectory.claim(folder)) {
            assertThat(first.files().getParent()).isEqualTo(folder);

            assertThatThrownBy(() -> DataDirectory.claim(folder)).hasMessageContaining("Another running product");
        }
    }

    @Test
    void forgets_a_server_that_is_gone() throws IOException {
        try (var directory = DataDirectory.claim(folder)) {
            Files.createDirectories(directory.files());
            var pidFile = Files.writeString(directory.files().resolve("postmaster.pid"), "999999999\n");

            directory.stopLeftOverServer();

            assertThat(pidFile).doesNotExist();
        }
    }

    @Test
    void stops_a_server_that_outlived_its_product() throws IOException {
        try (var directory = DataDirectory.claim(folder)) {
            var leftOver = EmbeddedPostgres.builder()
                    .setDataDirectory(directory.files())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .start();

            directory.stopLeftOverServer();

            assertThat(leftOver.getProcess().isAlive()).isFalse();
        }
    }
}
