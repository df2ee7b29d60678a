package dev.oin.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.oin.egress.ForwardProxies.ForwardProxy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForwardProxyTest {

    private final LoopbackServer server = LoopbackServer.answering(exchange -> {
        var body = exchange.getRequestURI() + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    });
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final ForwardProxy proxy = EgressFixture.proxies(EgressFixture.allowing("localhost:" + server.port()))
            .open(exchanges::add);

    @AfterEach
    void stop() {
        proxy.close();
        server.close();
    }

    @Test
    void passes_a_plain_request_on_and_shows_both_sides() throws Exception {
        var response = post(server.url("/a?b=c"), "hällo");

        assertThat(response.body()).isEqualTo("/a?b=c hällo");
        await().untilAsserted(() -> assertThat(exchanges).singleElement().satisfies(exchange -> {
            assertThat(exchange.url()).isEqualTo(server.url("/a?b=c"));
            assertThat(exchange.requestBody()).asString(StandardCharsets.UTF_8).isEqualTo("hällo");
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.responseBody()).asString(StandardCharsets.UTF_8).isEqualTo("/a?b=c hällo");
        }));
    }

    @Test
    void several_requests_follow_each_other() throws Exception {
        post(server.url("/1"), "");

        assertThat(post(server.url("/2"), "").body()).isEqualTo("/2 ");
    }

    @Test
    void takes_characters_that_browsers_do_not_encode() throws Exception {
        var head = "GET http://app.example:8080/a[1]?f={\"x\"}|^` HTTP/1.1\r\nHost: app.example:8080\r\n\r\n";

        var request = ProxyRequest.read(new ByteArrayInputStream(head.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(request.url()).hasHost("app.example").hasPort(8080);
        assertThat(request.forwarded())
                .asString(StandardCharsets.ISO_8859_1)
                .startsWith("GET /a%5B1%5D?f=%7B%22x%22%7D%7C%5E%60 HTTP/1.1\r\n");
    }

    @Test
    void refuses_what_the_address_rules_forbid() throws Exception {
        var response = post(URI.create("http://metadata.example.com/"), "");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(exchanges)
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.failure()).isNotNull());
    }

    @Test
    void opens_a_tunnel_where_it_may() throws Exception {
        var answer = tunnel("localhost:" + server.port(), "GET /t HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 Connection established").contains("/t ");
    }

    @Test
    void opens_no_tunnel_inside() throws Exception {
        assertThat(tunnel("metadata.example.com:443", "")).startsWith("HTTP/1.1 403");
        assertThat(tunnel("127.0.0.1:22", "")).startsWith("HTTP/1.1 403");
    }

    private HttpResponse<String> post(URI url, String body) throws Exception {
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(ProxySelector.of(address()))
                .build()) {
            return client.send(
                    HttpRequest.newBuilder(url)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private String tunnel(String target, String content) throws IOException {
        try (var socket = new Socket(address().getHostString(), address().getPort())) {
            socket.getOutputStream()
                    .write(("CONNECT " + target + " HTTP/1.1\r\n\r\n" + content).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private InetSocketAddress address() {
        var parts = proxy.address().split(":");
        return new InetSocketAddress(parts[0], Integer.parseInt(parts[1]));
    }
}
