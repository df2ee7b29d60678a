package dev.oin.checks.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.http.HttpClient;
import org.openqa.selenium.remote.http.HttpMethod;
import org.openqa.selenium.remote.http.HttpRequest;
import org.openqa.selenium.remote.http.WebSocket;

/**
 * The connection to a browser by the Chrome DevTools Protocol, one for all its pages: a page, a frame of another site and a worker is each a session in it. Commands are answered by their
 * number; those of a session that ends are refused. Events are told in the order in which they came.
 */
final class DevTools implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final Map<Long, Pending> pending = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final HttpClient client;
    private final Listener listener;
    private final WebSocket socket;

    /** Opens the connection; the client is closed with it. */
    DevTools(HttpClient client, String address, Listener listener) {
        this.client = client;
        this.listener = listener;
        this.socket = client.openSocket(new HttpRequest(HttpMethod.GET, address), new Incoming());
    }

    /** Who is told what the browser says; quick, and without waiting for an answer of the browser. */
    interface Listener {

        /** An event of a session, null for the browser's own. */
        void hear(@Nullable String session, String event, Map<String, Object> parameters);

        /** The connection is gone. */
        void closed();
    }

    private record Pending(@Nullable String session, String command, CompletableFuture<Map<String, Object>> answer) {}

    /** Sends a command to a session, null for the browser itself. The answer fails with {@link CommandRefused} or {@link BrowserLost}. */
    CompletableFuture<Map<String, Object>> send(
            @Nullable String session, String command, Map<String, Object> parameters) {
        var number = numbers.incrementAndGet();
        var message = new HashMap<String, Object>(Map.of("id", number, "method", command, "params", parameters));
        if (session != null) {
            message.put("sessionId", session);
        }
        var answer = new CompletableFuture<Map<String, Object>>();
        pending.put(number, new Pending(session, command, answer));
        try {
            socket.sendText(JSON.writeValueAsString(message));
        } catch (JsonProcessingException | WebDriverException broken) {
            pending.remove(number);
            answer.completeExceptionally(
                    new BrowserLost("The connection to the browser broke during " + command, broken));
        }
        return answer;
    }

    /** Refuses what a session that has ended will not answer any more. */
    void ended(String session) {
        pending.entrySet().removeIf(entry -> {
            var isOfIt = session.equals(entry.getValue().session());
            if (isOfIt) {
                refuse(entry.getValue(), "Session ended");
            }
            return isOfIt;
        });
    }

    private static void refuse(Pending command, String reason) {
        command.answer().completeExceptionally(new CommandRefused(command.command(), reason));
    }

    private void receive(Map<String, Object> message) {
        if (message.get("id") instanceof Number number) {
            var command = pending.remove(number.longValue());
            if (command != null) {
                answer(command, message);
            }
        } else {
            listener.hear(
                    Wire.text(message, "sessionId"), Wire.required(message, "method"), Wire.map(message, "params"));
        }
    }

    private static void answer(Pending command, Map<String, Object> message) {
        if (message.containsKey("error")) {
            var reason = Wire.text(Wire.map(message, "error"), "message");
            refuse(command, reason == null ? "no reason given" : reason);
        } else {
            command.answer().complete(Wire.map(message, "result"));
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (WebDriverException alreadyClosed) {
            // Nothing more to close.
        } finally {
            client.close();
        }
    }

    private final class Incoming implements WebSocket.Listener {

        @Override
        public void onText(CharSequence text) {
            try {
                receive(JSON.readValue(text.toString(), MEMBERS));
            } catch (JsonProcessingException garbled) {
                listener.closed();
            }
        }

        @Override
        public void onClose(int code, String reason) {
            listener.closed();
        }

        @Override
        public void onError(Throwable failure) {
            listener.closed();
        }
    }
}
