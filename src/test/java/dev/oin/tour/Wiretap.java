package dev.oin.tour;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Stands in front of a server, passes everything on, and remembers every byte that was said in either direction. */
final class Wiretap implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final List<ByteArrayOutputStream> heard = new CopyOnWriteArrayList<>();
    private volatile int target;

    Wiretap() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://localhost:" + listener.getLocalPort();
    }

    void leadTo(int port) {
        target = port;
    }

    /** All that was said so far, one letter a byte. */
    String heard() {
        return heard.stream()
                .map(bytes -> bytes.toString(StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining("\n\n"));
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var caller = listener.accept();
                Thread.ofVirtual().start(() -> connect(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        try (caller;
                var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            caller.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var asking = Thread.ofVirtual().start(() -> pass(caller, server));
            pass(server, caller);
            asking.interrupt();
        } catch (IOException gone) {
            return;
        }
    }

    private void pass(Socket from, Socket to) {
        var kept = new ByteArrayOutputStream();
        heard.add(kept);
        try {
            copy(from.getInputStream(), to.getOutputStream(), kept);
            to.shutdownOutput();
        } catch (IOException gone) {
            return;
        }
    }

    private static void copy(InputStream from, OutputStream to, ByteArrayOutputStream kept) throws IOException {
        var buffer = new byte[16 * 1024];
        for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            kept.write(buffer, 0, read);
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
