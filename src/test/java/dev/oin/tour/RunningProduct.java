package dev.oin.tour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The packaged product with its embedded database, and the sample app, each in a process of its own. */
final class RunningProduct implements AutoCloseable {

    static final String ISV_TOKEN = "tour-isv-token-for-tests-0123456789";
    static final String STAFF_TOKEN = "tour-staff-token-for-tests-0123456789";
    static final String SETUP_TOKEN = "tour-setup-token-for-tests";

    /** They compile and collect garbage as this JVM does, which for a short life is the quicker way. */
    private static final List<String> HABITS = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> argument.matches("-XX:(TieredStopAtLevel=\\d|\\+Use\\w+GC)"))
            .toList();

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path PRODUCT = Path.of("target", "oin.jar").toAbsolutePath();
    private static final Path SAMPLE =
            Path.of("sample", "target", "oin-sample-app.jar").toAbsolutePath();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path directory;
    private final int port = freePort();
    private final int samplePort = freePort();
    private final Map<String, String> settings;
    private final List<Process> others = new ArrayList<>();
    private Process product;

    private RunningProduct(Path directory, Map<String, String> settings) throws IOException {
        this.directory = directory;
        this.settings = settings;
        others.add(start("sample", java("-Xmx256m", "-jar", SAMPLE.toString(), "--server.port=" + samplePort)));
        this.product = startProduct();
        awaitAnswer(others.getFirst(), "http://localhost:" + samplePort + "/health");
        awaitAnswer(product, address() + "/actuator/health/readiness");
    }

    static RunningProduct in(Path directory) throws IOException {
        return in(directory, Map.of());
    }

    /** With settings of its own, as environment variables. */
    static RunningProduct in(Path directory, Map<String, String> settings) throws IOException {
        for (var jar : List.of(PRODUCT, SAMPLE)) {
            if (!Files.exists(jar)) {
                throw new IllegalStateException(jar + " is missing; ./verify builds both jars first");
            }
        }
        return new RunningProduct(Files.createDirectories(directory), settings);
    }

    String address() {
        return "http://localhost:" + port;
    }

    int port() {
        return port;
    }

    int samplePort() {
        return samplePort;
    }

    /** Ends the product in the middle of whatever it does; its database server goes on until the next start. */
    void kill() {
        product.destroyForcibly().onExit().join();
    }

    /** Starts it again on the same files; says how long it took to become ready. */
    Duration startAgain() throws IOException {
        var begin = System.nanoTime();
        product = startProduct();
        awaitAnswer(product, address() + "/actuator/health/readiness");
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Its embedded database, as long as that runs. */
    JdbcClient database() throws IOException {
        var server = Files.readAllLines(directory.resolve("data/postgres/files/postmaster.pid"));
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + server.get(3) + "/postgres?currentSchema=public,oin", "postgres", ""));
    }

    /** Walks the tour, or one half of it, in a process of its own; its output is in the log. */
    Process startTour(String... half) throws IOException {
        var tour = start(
                "tour",
                java(Stream.concat(
                                Stream.of(
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Path.of("tour", "Tour.java")
                                                .toAbsolutePath()
                                                .toString()),
                                Stream.of(half))
                        .toArray(String[]::new)));
        others.add(tour);
        return tour;
    }

    /** Walks it to its end; what it ended with. */
    int tour(String... half) throws IOException {
        var tour = startTour(half);
        tour.onExit().join();
        return tour.exitValue();
    }

    /** Lets the sample app do something wrong from now on. */
    void weaken(String weakness) throws IOException {
        setUp("{\"weaknesses\":[\"%s\"]}".formatted(weakness));
    }

    /** Changes the sample app's side; what it answers are the addresses and credentials that an ISV knows of the own app. */
    JsonNode setUp(String changes) throws IOException {
        var setup = HttpRequest.newBuilder(URI.create("http://localhost:" + samplePort + "/setup"))
                .header("X-Setup-Token", SETUP_TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(changes))
                .build();
        try {
            var answer = http.send(setup, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The sample app answers " + answer.body());
            }
            return new ObjectMapper().readTree(answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The password of a demo account, from the file that the start prints. */
    String password(String email) throws IOException {
        return Files.readAllLines(directory.resolve(Path.of("data", "demo-accounts.txt"))).stream()
                .filter(line -> line.contains(" " + email + " "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no demo account " + email));
    }

    /** What a process of ours wrote so far. */
    String log(String name) {
        try {
            return Files.readString(directory.resolve(name + ".log"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Process startProduct() throws IOException {
        return start("product", java("-Xmx1g", "-jar", PRODUCT.toString(), "--server.port=" + port));
    }

    private static List<String> java(String... arguments) {
        return Stream.of(Stream.of(JAVA.toString()), HABITS.stream(), Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
    }

    private Process start(String name, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve(name + ".log").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "OIN_URL",
                        address(),
                        "OIN_PUBLIC_URL",
                        address(),
                        "SAMPLE_URL",
                        "http://localhost:" + samplePort,
                        "OIN_EGRESS_ALLOW",
                        "127.0.0.0/8,::1",
                        "OIN_SAMPLE_URL",
                        "http://localhost:" + samplePort,
                        "SAMPLE_SETUP_TOKEN",
                        SETUP_TOKEN,
                        "OIN_DEMO_ISV_TOKEN",
                        ISV_TOKEN,
                        "OIN_DEMO_STAFF_TOKEN",
                        STAFF_TOKEN));
        builder.environment().putAll(settings);
        return builder.start();
    }

    private void awaitAnswer(Process process, String url) {
        Awaitility.await()
                .alias(url)
                .atMost(Duration.ofMinutes(10))
                .failFast("The process has stopped", () -> !process.isAlive())
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                                .statusCode()
                        == 200);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        product.destroy();
        others.forEach(Process::destroy);
        if (!product.onExit()
                .completeOnTimeout(product, 30, java.util.concurrent.TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            return;
        }
        product.destroyForcibly();
    }
}
