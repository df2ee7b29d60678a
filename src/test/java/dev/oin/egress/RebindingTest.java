package dev.oin.egress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.egress.Reply.Answered;
import dev.oin.egress.Reply.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** A name server that says one thing to the guard and another one afterwards; the trap listens on loopback. */
class RebindingTest {

    /** Unassigned since 2006: looks public, and nothing is there. */
    private static final String PUBLIC = "3ffe::1";

    private final AtomicInteger fell = new AtomicInteger();
    private final ServerSocket trap = listening();
    private final Deque<List<String>> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        trap.close();
    }

    /** Counts whoever comes, TLS or not, and answers nothing. */
    private ServerSocket listening() {
        try {
            var listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            Thread.ofVirtual().start(() -> {
                while (!listener.isClosed()) {
                    try (var caller = listener.accept()) {
                        fell.incrementAndGet();
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
            return listener;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void a_name_that_moves_inside_after_the_check_leads_nowhere(String method) {
        answers.add(List.of(PUBLIC));
        answers.add(List.of("127.0.0.1"));

        var reply = http().send(Call.of(method, URI.create("https://rebind.example.com:" + trap.getLocalPort() + "/")));

        assertThat(reply).isNotInstanceOf(Answered.class);
        assertThat(asked).as("asked once: what was checked is what is called").containsExactly("rebind.example.com");
        assertThat(fell).hasValue(0);
    }

    @Test
    void each_call_is_checked_anew() {
        answers.add(List.of(PUBLIC));
        answers.add(List.of("127.0.0.1"));
        var call = Call.get(URI.create("https://rebind.example.com:" + trap.getLocalPort() + "/"));
        var http = http();
        http.send(call);

        assertThat(http.send(call)).isInstanceOf(Refused.class);
        assertThat(fell).hasValue(0);
    }

    @Test
    void one_inner_address_among_public_ones_refuses_the_name() {
        answers.add(List.of(PUBLIC, "127.0.0.1"));

        var reply = http().send(Call.get(URI.create("https://rebind.example.com:" + trap.getLocalPort() + "/")));

        assertThat(reply).isInstanceOf(Refused.class);
        assertThat(fell).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "https://rebind.example.com:%d/, 127.0.0.1",
        "https://rebind.example.com:%d/, ::ffff:127.0.0.1",
        "https://rebind.example.com:%d/, ::1",
        "https://rebind.example.com:%d/, 64:ff9b::7f00:1",
        "https://rebind.example.com:%d/, 2002:7f00:1::",
        "https://127.0.0.1:%d/,",
        "https://127.0.0.1.:%d/,",
        "https://2130706433:%d/,",
        "https://0177.0.0.1:%d/,",
        "https://0x7f.0.0.1:%d/,",
        "https://127.1:%d/,",
        "https://localhost.:%d/,",
        "https://[::ffff:127.0.0.1]:%d/,",
        "https://[::ffff:7f00:1]:%d/,",
        "https://[::1]:%d/,",
        "http://127.0.0.1:%d/,",
        "//127.0.0.1:%d/,"
    })
    void a_redirect_inside_is_not_followed_however_it_is_written(String location, String leadsTo) {
        var open = LoopbackServer.answering(exchange -> {
            exchange.getResponseHeaders().add("Location", location.formatted(trap.getLocalPort()));
            LoopbackServer.send(exchange, 302, "");
        });
        try (open) {
            answers.add(List.of("127.0.0.1"));
            if (leadsTo != null) {
                answers.add(List.of(leadsTo));
            }

            var reply = http("door.example.com:" + open.port())
                    .send(Call.get(URI.create("http://door.example.com:" + open.port() + "/"))
                            .following(5));

            assertThat(reply).isInstanceOf(Refused.class);
            assertThat(fell).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT rebind.example.com:%d HTTP/1.1", "GET http://rebind.example.com:%d/ HTTP/1.1"})
    void the_browser_is_led_nowhere_either(String request) throws IOException {
        answers.add(List.of(PUBLIC));
        answers.add(List.of("127.0.0.1"));

        var answer = throughProxy(request.formatted(trap.getLocalPort()));

        assertThat(answer).matches("(?s)HTTP/1.1 (502|403) .*");
        assertThat(asked).hasSizeLessThan(2);
        assertThat(fell).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1.",
                "2130706433",
                "0177.0.0.1",
                "0x7f.0.0.1",
                "0x7f000001",
                "127.1",
                "localhost.",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]"
            })
    void the_browser_reaches_no_inner_host_however_it_is_written(String host) throws IOException {
        for (var request : List.of("CONNECT " + host + ":%d HTTP/1.1", "GET http://" + host + ":%d/ HTTP/1.1")) {
            assertThat(throughProxy(request.formatted(trap.getLocalPort()))).matches("(?s)HTTP/1.1 (502|403) .*");
        }
        assertThat(fell).hasValue(0);
    }

    private String throughProxy(String request) throws IOException {
        var properties = properties();
        var proxies = new GuardedProxies(
                properties,
                new AddressRules(properties, this::resolve),
                new Politeness(1000, System::nanoTime),
                Clock.systemUTC());
        try (var proxy = proxies.open(Capture.NONE);
                var socket =
                        new Socket("127.0.0.1", Integer.parseInt(proxy.address().replaceFirst(".*:", "")))) {
            socket.getOutputStream().write((request + "\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private GuardedHttp http(String... allow) {
        var properties = properties(allow);
        return new GuardedCalls(
                new AddressRules(properties, this::resolve),
                new Politeness(1000, System::nanoTime),
                new ApacheHttp(properties),
                properties,
                Clock.systemUTC());
    }

    private static EgressProperties properties(String... allow) {
        return new EgressProperties(
                List.of(allow),
                "localhost:1",
                1000,
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                DataSize.ofBytes(1000),
                null,
                "127.0.0.1");
    }

    /** Literals are no names; else the next answer, and loopback for whatever is asked besides. */
    private List<InetAddress> resolve(String host) throws UnknownHostException {
        if (AddressRange.isLiteral(host)) {
            return List.of(InetAddress.getByName(host));
        }
        asked.add(host);
        var found = new ArrayList<InetAddress>();
        for (var address : answers.isEmpty() ? List.of("127.0.0.1") : answers.remove()) {
            found.add(InetAddress.getByName(address));
        }
        return found;
    }
}
