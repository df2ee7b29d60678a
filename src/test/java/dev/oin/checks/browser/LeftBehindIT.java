package dev.oin.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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

        LeftBehind.sweep(directory);

        assertThat(orphan.isAlive()).isFalse();
        assertThat(orphaned).doesNotExist();
        assertThat(owned.isAlive()).isTrue();
        assertThat(kept).exists();
        owned.destroyForcibly();
    }

    private Path profile(String name, Process process) throws Exception {
        var profile = Files.createDirectory(directory.resolve(LeftBehind.PROFILE + name));
        LeftBehind.note(profile, Stream.of(process.toHandle()));
        return profile;
    }
}
