package dev.oin.egress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers one call of each connection as if it stayed open, and closes it when the next one has begun, before a byte of its answer. */
final class HastyServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HastyServer.class);

    private final ServerSocket socket;
    private final boolean answers;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<String> answered = new CopyOnWriteArrayList<>();

    HastyServer() {
        this(true);
    }

    private HastyServer(boolean answers) {
        this.answers = answers;
        try {
            socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** One that closes at the first call already. */
    static HastyServer mute() {
        return new HastyServer(false);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    /** The methods of the calls that came. */
    List<String> seen() {
        return seen;
    }

    /** The methods of those that were answered. */
    List<String> answered() {
        return answered;
    }

    private void serve() {
        try {
            while (true) {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> talk(connection));
            }
        } catch (SocketException closed) {
            return;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void talk(Socket connection) {
        try (connection) {
            var reader =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            var first = call(reader);
            if (answers && !first.isEmpty()) {
                answered.add(first);
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
                call(reader);
            }
        } catch (IOException gone) {
            LOG.debug("The client left", gone);
        }
    }

    /** The method of the next call, when it has come; empty where none comes. */
    private String call(BufferedReader reader) throws IOException {
        var line = reader.readLine();
        if (line == null) {
            return "";
        }
        var method = line.replaceFirst(" .*", "");
        seen.add(method);
        int length = 0;
        for (var header = reader.readLine(); header != null && !header.isEmpty(); header = reader.readLine()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        for (int read = 0; read < length; read++) {
            reader.read();
        }
        return method;
    }
}
