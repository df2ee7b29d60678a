package dev.oin.egress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.egress.Reply.Answered;
import dev.oin.egress.Reply.Refused;
import dev.oin.egress.Reply.Unreachable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedCallsTest {

    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> seen = new ArrayList<>();
    private final List<Integer> callers = new ArrayList<>();
    private final LoopbackServer server = LoopbackServer.answering(exchange -> {
        var path = exchange.getRequestURI().getPath();
        callers.add(exchange.getRemoteAddress().getPort());
        seen.add(path + ' ' + exchange.getRequestHeaders().getFirst("Authorization"));
        switch (path) {
            case "/away" ->
                exchange.getResponseHeaders()
                        .add(
                                "Location",
                                "http://127.0.0.1:" + exchange.getLocalAddress().getPort() + "/there");
            case "/inside" -> exchange.getResponseHeaders().add("Location", "http://metadata.example.com/");
            case "/slow" -> await();
            case "/packed" -> {
                exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                exchange.sendResponseHeaders(200, 0);
                try (var packed = new GZIPOutputStream(exchange.getResponseBody())) {
                    packed.write(exchange.getRequestBody().readAllBytes());
                }
                return;
            }
            default -> {}
        }
        var body = path.equals("/long")
                ? "x".repeat(5000)
                : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        LoopbackServer.send(exchange, path.equals("/away") || path.equals("/inside") ? 302 : 200, body);
    });
    private final GuardedHttp http = EgressFixture.http(EgressFixture.allowing("127.0.0.0/8"));

    @AfterEach
    void stop() {
        end.countDown();
        server.close();
    }

    @Test
    void a_call_that_is_the_last_of_its_connection_leaves_none_to_the_next() {
        http.send(Call.get(server.url("/one")));
        http.send(Call.get(server.url("/two")).last());
        http.send(Call.get(server.url("/three")));

        assertThat(callers).hasSize(3);
        assertThat(callers.get(1)).isEqualTo(callers.get(0)).isNotEqualTo(callers.get(2));
    }

    @Test
    void brings_the_answer_and_shows_both_sides_to_the_capture() {
        var exchanges = new ArrayList<Exchange>();

        var reply =
                http.send(Call.of("POST", server.url("/echo")).with("X-A", "1").body("hällo"), exchanges::add);

        assertThat(reply).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.text()).isEqualTo("hällo");
        });
        assertThat(exchanges).singleElement().satisfies(exchange -> {
            assertThat(exchange.requestHeaders()).contains(new Header("X-A", "1"));
            assertThat(exchange.requestHeaders()).extracting(Header::name).contains("Host");
            assertThat(exchange.requestBody()).asString(StandardCharsets.UTF_8).isEqualTo("hällo");
            assertThat(exchange.status()).isEqualTo(200);
        });
    }

    @Test
    void refuses_before_anything_is_sent() {
        var reply = EgressFixture.http(EgressFixture.allowing()).send(Call.get(server.url("/")));

        assertThat(reply).isInstanceOf(Refused.class);
        assertThat(seen).isEmpty();
    }

    @Test
    void follows_a_redirect_to_another_host_without_the_credentials() {
        var reply = http.send(
                Call.get(server.url("/away")).with("Authorization", "Bearer x").following(3));

        assertThat(reply).isInstanceOf(Answered.class);
        assertThat(seen).containsExactly("/away Bearer x", "/there null");
    }

    @Test
    void does_not_follow_a_redirect_inside() {
        var reply = http.send(Call.get(server.url("/inside")).following(3));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("It redirects to metadata.example.com"));
    }

    @Test
    void shows_a_redirect_that_is_not_to_be_followed() {
        var reply = http.send(Call.get(server.url("/inside")));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.status()).isEqualTo(302));
    }

    @Test
    void reads_no_more_than_the_limit() {
        var reply = http.send(Call.get(server.url("/long")));

        assertThat(reply).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.truncated()).isTrue();
            assertThat(answered.body()).hasSize(1000);
        });
    }

    @Test
    void unpacks_an_answer_that_came_compressed_unasked() {
        var reply = http.send(Call.of("POST", server.url("/packed")).body("hällo"));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Answered.class, answered -> assertThat(answered.text()).isEqualTo("hällo"));
    }

    @Test
    void reads_no_more_than_the_limit_of_what_it_unpacks() {
        var reply = http.send(Call.of("POST", server.url("/packed")).body("x".repeat(5000)));

        assertThat(reply).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.truncated()).isTrue();
            assertThat(answered.body()).hasSize(1000);
        });
    }

    @Test
    void uses_no_connection_again_that_the_server_closed_without_saying_so() throws Exception {
        var closed = new CountDownLatch(1);
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            Thread.ofVirtual().start(() -> answerOnce(silent, closed));
            http.send(Call.of("POST", address).body("first"));
            closed.await();
            // Within the same millisecond a connection counts as fresh and is not looked at.
            Awaitility.await().pollDelay(Duration.ofMillis(5)).until(() -> true);
            Thread.ofVirtual().start(() -> answerOnce(silent, closed));

            var reply = http.send(Call.of("POST", address).body("second"));

            assertThat(reply).isInstanceOf(Answered.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "POST", "PATCH"})
    void an_answer_comes_though_the_server_closes_the_kept_connection_under_the_call(String method) {
        try (var hasty = new HastyServer()) {
            http.send(Call.get(hasty.url()));

            var reply = http.send(Call.of(method, hasty.url()).body("x"));

            assertThat(reply).isInstanceOf(Answered.class);
            assertThat(hasty.answered()).containsExactly("GET", method);
        }
    }

    @Test
    void nothing_that_may_not_be_done_twice_is_sent_again() {
        try (var mute = HastyServer.mute()) {
            var reply = http.send(Call.of("POST", mute.url()).body("x"));

            assertThat(reply).isInstanceOf(Unreachable.class);
            assertThat(mute.seen()).containsExactly("POST");
        }
    }

    @Test
    void a_server_that_never_answers_is_asked_once() {
        try (var mute = HastyServer.mute()) {
            var reply = http.send(Call.get(mute.url()));

            assertThat(reply).isInstanceOf(Unreachable.class);
            assertThat(mute.seen()).containsExactly("GET");
        }
    }

    /** Answers as if the connection stayed open, and closes it. */
    private static void answerOnce(ServerSocket server, CountDownLatch closed) {
        try (var connection = server.accept()) {
            connection.getInputStream().read(new byte[2000]);
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            closed.countDown();
        }
    }

    @Test
    void gives_up_in_time() {
        var reply = http.send(Call.get(server.url("/slow")).within(Duration.ofMillis(200)));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Unreachable.class, late -> assertThat(late.timedOut()).isTrue());
    }

    @Test
    void says_that_nothing_listens() {
        server.close();

        var reply = http.send(Call.get(server.url("/")));

        assertThat(reply).isEqualTo(new Unreachable("Nothing listens at localhost:" + server.port() + ".", false));
    }

    @Test
    void says_that_a_host_is_unknown() {
        var reply = http.send(Call.get(URI.create("https://gone.example.com/")));

        assertThat(reply).isEqualTo(new Unreachable("The host name gone.example.com cannot be resolved.", false));
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
