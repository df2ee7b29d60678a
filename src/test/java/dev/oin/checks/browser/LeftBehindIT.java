package dev.oin.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftBehindIT {

    @TempDir
    Path directory;

    @Test
    void ends_what_a_killed_product_left_and_nothing_else() throws Exception {
        var orphan = new ProcessBuilder("sleep", "60").start();
        var owned = new ProcessBuilder("sleep", "60").start();
        var orphaned = profile("orphaned", orphan);
        var lines = new ArrayList<>(Files.readAllLines(orphaned.resolve("processes")));
        lines.set(0, "999999999 0");
        Files.write(orphaned.resolve("processes"), lines);
        var kept = profile("kept", owned);

        LeftBehind.sweep(directory, Instant.now());

        assertThat(orphan.isAlive()).isFalse();
        assertThat(orphaned).doesNotExist();
        assertThat(owned.isAlive()).isTrue();
        assertThat(kept).exists();
        owned.destroyForcibly();
    }

    @Test
    void a_torn_note_is_no_owner_and_hides_no_other_line() throws Exception {
        var orphan = new ProcessBuilder("sleep", "60").start();
        var torn = profile("torn", orphan);
        var lines = new ArrayList<>(Files.readAllLines(torn.resolve("processes")));
        lines.set(0, "1234");
        lines.add("99");
        Files.write(torn.resolve("processes"), lines);

        LeftBehind.sweep(directory, Instant.now());

        assertThat(orphan.isAlive()).isFalse();
        assertThat(torn).doesNotExist();
    }

    @Test
    void a_folder_that_its_owner_never_noted_itself_in_goes_once_it_is_old() throws Exception {
        var old = Files.createDirectory(directory.resolve(LeftBehind.PROFILE + "old"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(120)));
        var young = Files.createDirectory(directory.resolve(LeftBehind.PROFILE + "young"));

        LeftBehind.sweep(directory, Instant.now());

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    private Path profile(String name, Process process) throws Exception {
        var profile = Files.createDirectory(directory.resolve(LeftBehind.PROFILE + name));
        LeftBehind.note(profile, Stream.of(process.toHandle()));
        return profile;
    }
}
