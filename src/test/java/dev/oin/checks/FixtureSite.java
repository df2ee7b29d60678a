package dev.oin.checks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A small site on a free loopback port, for tests that need a page. */
public final class FixtureSite implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public FixtureSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.start();
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public FixtureSite serve(String path, Function<Asked, Answer> page) {
        server.createContext(path, exchange -> answer(exchange, page));
        return this;
    }

    public FixtureSite page(String path, String html) {
        return serve(path, asked -> Answer.html(html));
    }

    /** A page that comes in two parts, with something in between. */
    public FixtureSite pageInParts(String path, String first, Runnable between, String last) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(first.getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                between.run();
                exchange.getResponseBody().write(last.getBytes(StandardCharsets.UTF_8));
            }
        });
        return this;
    }

    private static void answer(HttpExchange exchange, Function<Asked, Answer> page) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var answer = page.apply(new Asked(exchange, body));
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            var rest = answer.rest().text().getBytes(StandardCharsets.UTF_8);
            var length = bytes.length + rest.length;
            exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            answer.rest().awaited().run();
            exchange.getResponseBody().write(rest);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    public record Asked(HttpExchange exchange, String body) {

        public String method() {
            return exchange.getRequestMethod();
        }

        public URI url() {
            return exchange.getRequestURI();
        }

        public String cookies() {
            return exchange.getRequestHeaders().getFirst("Cookie") == null
                    ? ""
                    : exchange.getRequestHeaders().getFirst("Cookie");
        }

        public Map<String, String> parameters() {
            var all = new HashMap<String, String>();
            var query = exchange.getRequestURI().getRawQuery();
            for (var pair : ((query == null ? "" : query) + "&" + body).split("&")) {
                var parts = pair.split("=", 2);
                if (parts.length == 2) {
                    all.put(decode(parts[0]), decode(parts[1]));
                }
            }
            return all;
        }

        private static String decode(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    /** The end of a body that is sent when something is over. */
    public record Rest(Runnable awaited, String text) {

        static final Rest NONE = new Rest(() -> {}, "");
    }

    public record Answer(int status, Map<String, String> headers, String body, Rest rest) {

        public Answer(int status, Map<String, String> headers, String body) {
            this(status, headers, body, Rest.NONE);
        }

        public static Answer html(String html) {
            return new Answer(200, Map.of("Content-Type", "text/html; charset=utf-8"), html);
        }

        public static Answer redirect(Object to) {
            return new Answer(302, Map.of("Location", to.toString()), "");
        }

        public static Answer status(int status, String html) {
            return new Answer(status, Map.of("Content-Type", "text/html; charset=utf-8"), html);
        }

        /** Sends the body, and more of it when something is over. */
        public Answer then(Runnable awaited, String more) {
            return new Answer(status, headers, body, new Rest(awaited, more));
        }

        public Answer with(String header, String value) {
            var more = new HashMap<>(headers);
            more.put(header, value);
            return new Answer(status, more, body, rest);
        }
    }
}
