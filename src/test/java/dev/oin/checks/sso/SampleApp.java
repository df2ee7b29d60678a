package dev.oin.checks.sso;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The sample application as a process of its own on a free port. */
final class SampleApp implements AutoCloseable {

    private static final Path JAR = Path.of("sample/target/oin-sample-app.jar");
    private static final String TOKEN = "test-setup-token";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final Process process;

    private SampleApp(int port) throws IOException {
        base = URI.create("http://localhost:" + port);
        var data = Files.createTempDirectory("sample-data");
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString());
        builder.environment().put("SAMPLE_PORT", Integer.toString(port));
        builder.environment().put("SAMPLE_DATA", data.toString());
        builder.environment().put("SAMPLE_SETUP_TOKEN", TOKEN);
        process = builder.redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile())
                .start();
    }

    static SampleApp started() throws IOException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing; ./verify builds the sample application first");
        }
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var app = new SampleApp(port);
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> app.get("/health").statusCode() == 200);
        return app;
    }

    URI at(String path) {
        return URI.create(base + path);
    }

    void connect(String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at("/setup"))
                .header("X-Setup-Token", TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
