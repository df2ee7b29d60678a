package dev.oin.checks.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Browsers that outlived a killed product: each profile folder says who owns it and which processes use it. */
final class LeftBehind {

    static final String PROFILE = "oin-browser-";
    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);
    private static final String NOTE = "processes";
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,18})");
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private LeftBehind() {}

    /** A folder for a browser that is yet to start, with its owner noted. */
    static Path newProfile() throws IOException {
        var profile = Files.createTempDirectory(PROFILE);
        note(profile, Stream.empty());
        return profile;
    }

    /** Notes in the profile which processes to end should this one die. */
    static void note(Path profile, Stream<ProcessHandle> processes) {
        var lines = Stream.concat(Stream.of(ProcessHandle.current()), processes)
                .map(LeftBehind::line)
                .toList();
        try {
            var whole = Files.write(profile.resolve(NOTE + ".new"), lines);
            Files.move(whole, profile.resolve(NOTE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            LOG.warn("{} cannot be written; a killed product would leave its browser behind", profile, full);
        }
    }

    /** Ends the browsers whose owner is gone, and removes their profiles. */
    static void sweep(Path directory, Instant now) {
        try (var profiles = Files.newDirectoryStream(directory, PROFILE + "*")) {
            profiles.forEach(profile -> endIfOrphaned(profile, now));
        } catch (IOException unreadable) {
            LOG.warn("Browsers left behind cannot be looked for in {}", directory, unreadable);
        }
    }

    private static void endIfOrphaned(Path profile, Instant now) {
        try {
            var note = profile.resolve(NOTE);
            var lines = Files.exists(note) ? Files.readAllLines(note) : List.<String>of();
            if (lines.isEmpty()
                    ? isYoung(profile, now)
                    : running(lines.getFirst()).isPresent()) {
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

    /** Somebody may be about to note itself in it. */
    private static boolean isYoung(Path profile, Instant now) throws IOException {
        return Files.getLastModifiedTime(profile).toInstant().isAfter(now.minus(YOUNG));
    }

    /** The process of that number, unless the number was given to another one since; none where the line is torn. */
    private static Optional<ProcessHandle> running(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var then = Instant.ofEpochMilli(Long.parseLong(parts.group(2)));
        return ProcessHandle.of(Long.parseLong(parts.group(1)))
                .filter(process ->
                        Duration.between(then, started(process)).abs().compareTo(Duration.ofSeconds(2)) < 0);
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
