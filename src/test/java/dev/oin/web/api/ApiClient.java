package dev.oin.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Calls the API as one bearer of a token would. */
public final class ApiClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final String token;

    public ApiClient(int port, String token) {
        this.base = "http://localhost:" + port + "/api/v1";
        this.token = token;
    }

    public Answer get(String path) {
        return send("GET", path, "", "");
    }

    /** Asking for the media type. */
    public Answer get(String path, String accept) {
        return send(
                "GET",
                path,
                BodyPublishers.noBody(),
                "application/json",
                "",
                request -> request.header("Accept", accept));
    }

    public Answer putText(String path, String text, String type, String etag) {
        return send("PUT", path, BodyPublishers.ofString(text), type, etag);
    }

    public Answer post(String path, String json) {
        return send("POST", path, json, "");
    }

    public Answer put(String path, String json, @Nullable String etag) {
        return send("PUT", path, json, etag == null ? "" : etag);
    }

    /** Without saying beforehand how long the body is. */
    public Answer putChunked(String path, String json, String etag) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        return send("PUT", path, body, "application/json", etag);
    }

    public Answer putImage(String path, byte[] image, @Nullable String etag) {
        return send("PUT", path, BodyPublishers.ofByteArray(image), "image/png", etag == null ? "" : etag);
    }

    public Answer send(String method, String path, String json, String etag) {
        return send(method, path, BodyPublishers.ofString(json), "application/json", etag);
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, String type, String etag) {
        return send(method, path, body, type, etag, request -> {});
    }

    private Answer send(
            String method,
            String path,
            HttpRequest.BodyPublisher body,
            String type,
            String etag,
            Consumer<HttpRequest.Builder> more) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(90))
                .header("Content-Type", type)
                .method(method, body);
        more.accept(request);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!etag.isEmpty()) {
            request.header("If-Match", etag);
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A plain picture. */
    public static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        return bytes.toByteArray();
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException broken) {
                throw new UncheckedIOException(response.body(), broken);
            }
        }

        /** The text at the pointer; empty where there is none. */
        public String text(String pointer) {
            return json().at(pointer).asText();
        }
    }
}
