package dev.oin.checks.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The processes that one browser consists of: its driver, the browser and all that these started. */
final class ProcessTree {

    private static final long PAGE = 4096;

    private final Set<ProcessHandle> roots = new LinkedHashSet<>();

    ProcessTree(Stream<ProcessHandle> roots) {
        roots.forEach(this.roots::add);
    }

    /** Whether one of the roots has ended. */
    boolean isBroken() {
        return roots.stream().anyMatch(root -> !root.isAlive());
    }

    /** Whether they run on another machine, which only the driver can tell to end them. */
    boolean isElsewhere() {
        return roots.isEmpty();
    }

    Stream<ProcessHandle> roots() {
        return roots.stream();
    }

    void onExit(Runnable action) {
        roots.forEach(root -> root.onExit().thenRun(action));
    }

    /** Ends all of them; children are listed first, for they outlive a parent that was ended. */
    void end() {
        var all = members();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** The memory that they hold together, in bytes; 0 where the system does not tell. */
    long memory() {
        return members().stream().mapToLong(ProcessTree::resident).sum();
    }

    Set<ProcessHandle> members() {
        var all = new LinkedHashSet<ProcessHandle>();
        for (var root : roots) {
            root.descendants().forEach(all::add);
            all.add(root);
        }
        return all;
    }

    /** Waits until they are gone, a little while. */
    static void awaitEnd(Set<ProcessHandle> members) {
        CompletableFuture.allOf(members.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, 3, TimeUnit.SECONDS)
                .join();
    }

    private static long resident(ProcessHandle process) {
        var statm = Path.of("/proc", Long.toString(process.pid()), "statm");
        try {
            var fields = Files.readString(statm, StandardCharsets.US_ASCII).split(" ");
            return (Long.parseLong(fields[1]) - Long.parseLong(fields[2])) * PAGE;
        } catch (IOException ended) {
            return 0;
        }
    }
}
