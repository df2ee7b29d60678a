package dev.oin.web.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Somebody in front of the product, with a browser's cookies for its pages and a token for its API; follows no redirects. */
final class Guest {

    static final String FORM = "application/x-www-form-urlencoded";

    private final String base;
    private final String token;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Guest(int port, String token) {
        this.base = "http://localhost:" + port;
        this.token = token;
    }

    /** Signs in to the portal. */
    Guest signIn(String email, String password) {
        return signIn(email, password, "/");
    }

    /** Signs in and is led on to the address. */
    Guest signIn(String email, String password, String next) {
        var answer = form("/sign-in", "email=" + encoded(email) + "&password=" + encoded(password));
        if (!answer.header("Location").startsWith(next)) {
            throw new AssertionError("Could not sign in: " + answer.status() + " " + answer.header("Location"));
        }
        return this;
    }

    Answer get(String path) {
        return send("GET", path, "", "");
    }

    /** Sends a form of ours. */
    Answer form(String path, String fields) {
        return send("POST", path, FORM, fields);
    }

    /** With the cross-site protection's header where it is a page that is changed. */
    Answer send(String method, String path, String type, String body) {
        return send(method, path, type, body.getBytes(StandardCharsets.UTF_8), request -> request);
    }

    Answer send(String method, String path, String type, byte[] body, UnaryOperator<HttpRequest.Builder> more) {
        if (!path.startsWith("/api/")
                && !method.equals("GET")
                && cookie("oin_csrf").isEmpty()) {
            bare("GET", "/sign-in", "", new byte[0], request -> request);
        }
        return bare(method, path, type, body, request -> {
            if (path.startsWith("/api/") && !token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            } else if (!method.equals("GET")) {
                request.header("X-OIN-CSRF", cookie("oin_csrf"));
            }
            return more.apply(request);
        });
    }

    /** With cookies, and nothing else that was not asked for. */
    Answer bare(String method, String path, String type, byte[] body, UnaryOperator<HttpRequest.Builder> more) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!path.startsWith("/api/")) {
            request.header("Accept", "text/html, application/json, text/event-stream");
        }
        try {
            return read(http.send(more.apply(request).build(), BodyHandlers.ofInputStream()));
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An event stream has no end; its headers are enough. */
    private static Answer read(HttpResponse<InputStream> response) throws IOException {
        try (var body = response.body()) {
            var isStream =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            return new Answer(response, isStream ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** What came back. */
    record Answer(HttpResponse<InputStream> response, String body) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException notJson) {
                throw new UncheckedIOException(body, notJson);
            }
        }

        String text(String pointer) {
            return json().at(pointer).asText();
        }
    }
}
