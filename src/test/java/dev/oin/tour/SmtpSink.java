package dev.oin.tour;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server (RFC 5321) that reads whole messages, but at first leaves the product waiting for the answer that it took them. */
final class SmtpSink implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<String> unanswered = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private volatile boolean answers;

    SmtpSink() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** From the next message on; what waits for an answer waits on. */
    void answerFromNowOn() {
        answers = true;
    }

    /** Message ids of the messages that came in whole, but of which the product cannot know. */
    List<String> unanswered() {
        return unanswered;
    }

    /** Message ids of the messages taken, as often as they came. */
    List<String> taken() {
        return taken;
    }

    /** All messages that came in whole, as they came. */
    List<String> messages() {
        return messages;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            say(client, "220 sink");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("DATA")) {
                    say(client, "354 go on");
                    var message = message(in);
                    messages.add(message);
                    if (!take(messageId(message))) {
                        in.readLine();
                        return;
                    }
                }
                say(client, line.equals("QUIT") ? "221 bye" : "250 well");
            }
        } catch (IOException gone) {
            return;
        }
    }

    private boolean take(String messageId) {
        (answers ? taken : unanswered).add(messageId);
        return answers;
    }

    private static String message(BufferedReader in) throws IOException {
        var message = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return message.toString();
    }

    private static String messageId(String message) {
        return message.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("message-id:"))
                .map(line -> line.substring("message-id:".length()).strip())
                .reduce("", (earlier, later) -> later);
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var client : clients) {
            client.close();
        }
    }
}
