package dev.oin.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hostile logos and metadata are refused within 2 seconds each, by a process whose whole heap is 64 MB. */
@Tag("benchmark")
class HostileUploadsBenchmarkIT {

    private static final long PATIENCE = 120;

    @Test
    void hostile_uploads_are_refused_within_two_seconds_and_64_megabytes() throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileUploads.class.getName()))
                .redirectErrorStream(true)
                .start();
        try (var out = process.getInputStream()) {
            var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            System.out.println(said);

            assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
