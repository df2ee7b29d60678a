package dev.oin.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BrowserStartTest {

    private static final String NONE =
            "{\"value\":{\"error\":\"session not created\",\"message\":\"A node has died\"}}";
    private static final String WITHOUT_DEV_TOOLS =
            "{\"value\":{\"sessionId\":\"s1\",\"capabilities\":{\"browserName\":\"chrome\"}}}";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer grid;

    @BeforeEach
    void start() throws IOException {
        grid = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        grid.createContext("/", exchange -> {
            asked.add(
                    exchange.getRequestMethod() + ' ' + exchange.getRequestURI().getPath());
            var isFirst = asked.size() == 1;
            var answer = (isFirst ? NONE : WITHOUT_DEV_TOOLS).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(isFirst ? 500 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        grid.start();
    }

    @AfterEach
    void stop() {
        grid.stop(0);
    }

    @Test
    void asks_a_grid_again_that_has_no_browser_and_gives_back_one_that_cannot_be_used() {
        var address = URI.create("http://127.0.0.1:" + grid.getAddress().getPort());
        var start = new BrowserStart(new BrowserProperties(
                null, null, address, 200, DataSize.ofGigabytes(1), Duration.ofMinutes(1), Duration.ofSeconds(30)));

        assertThatThrownBy(start::start)
                .isInstanceOf(BrowserMissing.class)
                .hasMessageContaining("no DevTools connection");

        assertThat(asked).containsExactly("POST /session", "POST /session", "DELETE /session/s1");
    }
}
