package dev.oin.storage.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded server's folder, claimed by one running product at a time; knows how to end a server that outlived a killed product. */
final class DataDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path root;
    private final FileChannel channel;

    private DataDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /** Takes the folder, or says who has it. */
    static DataDirectory claim(Path directory) throws IOException {
        var root = Files.createDirectories(directory.toAbsolutePath().normalize());
        var channel =
                FileChannel.open(root.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new IllegalStateException("Another running product uses the database files in " + root
                    + ". Stop it, or set oin.data-dir to another folder.");
        }
        return new DataDirectory(root, channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    Path files() {
        return root.resolve("files");
    }

    Path binaries() {
        return root.resolve("binaries");
    }

    /** Ends the server that a killed product left behind: nobody else can be using it, for the folder is ours. */
    void stopLeftOverServer() throws IOException {
        var pidFile = files().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var server = leftOver(Files.readAllLines(pidFile));
        if (server != null) {
            LOG.warn("Stopping the embedded database that an earlier run left behind, process {}", server.pid());
            stop(server);
        }
        Files.deleteIfExists(pidFile);
    }

    private static @Nullable ProcessHandle leftOver(List<String> pidFile) {
        if (pidFile.isEmpty()) {
            return null;
        }
        return ProcessHandle.of(Long.parseLong(pidFile.getFirst().strip()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .orElse(null);
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            server.destroyForcibly();
            server.onExit().join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while stopping process " + server.pid(), interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Could not stop process " + server.pid(), failed);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
