package dev.oin.checks.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Browsers that outlived a killed product: each profile folder says who owns it and which processes use it. */
final class LeftBehind {

    static final String PROFILE = "oin-browser-";
    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);
    private static final String NOTE = "processes";

    private LeftBehind() {}

    /** Notes in the profile which processes to end should this one die. */
    static void note(Path profile, Stream<ProcessHandle> processes) {
        var lines = Stream.concat(Stream.of(ProcessHandle.current()), processes)
                .map(LeftBehind::line)
                .toList();
        try {
            Files.write(profile.resolve(NOTE), lines);
        } catch (IOException full) {
            LOG.warn("{} cannot be written; a killed product would leave its browser behind", profile, full);
        }
    }

    /** Ends the browsers whose owner is gone. */
    static void sweep(Path directory) {
        try (var profiles = Files.newDirectoryStream(directory, PROFILE + "*")) {
            profiles.forEach(LeftBehind::endIfOrphaned);
        } catch (IOException unreadable) {
            LOG.warn("Browsers left behind cannot be looked for in {}", directory, unreadable);
        }
    }

    private static void endIfOrphaned(Path profile) {
        try {
            var note = profile.resolve(NOTE);
            var lines = Files.exists(note) ? Files.readAllLines(note) : List.<String>of();
            if (lines.isEmpty() || running(lines.getFirst()).isPresent()) {
                return;
            }
            LOG.warn("Ending a browser that an earlier run left behind: {}", profile);
            var tree = new ProcessTree(lines.stream().skip(1).flatMap(line -> running(line).stream()));
            var members = tree.members();
            tree.end();
            ProcessTree.awaitEnd(members);
            FileSystemUtils.deleteRecursively(profile);
        } catch (IOException inUse) {
            LOG.debug("Left behind: {}", profile, inUse);
        }
    }

    private static String line(ProcessHandle process) {
        return process.pid() + " " + started(process).toEpochMilli();
    }

    /** The process of that number, unless the number was given to another one since. */
    private static Optional<ProcessHandle> running(String line) {
        var parts = line.split(" ");
        var then = Instant.ofEpochMilli(Long.parseLong(parts[1]));
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(process ->
                        Duration.between(then, started(process)).abs().compareTo(Duration.ofSeconds(2)) < 0);
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
