package dev.oin.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.Exchange;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrafficViewTest {

    private static final Instant START = Instant.parse("2026-11-23T15:00:00Z");

    @Test
    void shows_when_where_and_with_what_result() {
        var row = TrafficView.of("e", List.of(post(START, "a=b"), post(START.plusMillis(1240), "a=b")))
                .rows()
                .getLast();

        assertThat(row.time()).isEqualTo("+1.24 s");
        assertThat(row.host() + row.path()).isEqualTo("acme.test/acs?to=home");
        assertThat(row.status() + ", " + row.duration()).isEqualTo("302, 18 ms");
        assertThat(row.answer().head()).isEqualTo("Location: /home");
    }

    @Test
    void a_command_keeps_the_request_and_leaves_out_what_curl_writes_itself() {
        var command = TrafficView.of("e", List.of(post(START, "a=b")))
                .rows()
                .getFirst()
                .curl();

        assertThat(command)
                .isEqualTo("curl -X 'POST' 'https://acme.test/acs?to=home' \\\n  -H 'Authorization: Bearer ••••••' \\\n"
                        + "  --data-raw 'a=b'");
    }

    @Test
    void a_body_cannot_leave_its_quotes_or_steer_the_terminal() {
        var command = TrafficView.of("e", List.of(post(START, "'; rm -rf ~; \u001b[2J\u0003'")))
                .rows()
                .getFirst()
                .curl();

        assertThat(command).endsWith("--data-raw ''\\''; rm -rf ~; ?[2J?'\\'''");
    }

    @Test
    void draws_every_request_escaped() {
        var page = Gallery.draw(
                "exhibit",
                "portal/exhibit",
                Map.of(
                        "title",
                        "Network traffic",
                        "back",
                        "/runs/1",
                        "traffic",
                        TrafficView.of("e", List.of(post(START, "<script>alert(1)</script>")))));

        PagesTest.assertSound(page);
        assertThat(page)
                .contains("acme.test", "302", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("exhibit-null");
    }

    @Test
    void draws_steps_as_text() {
        var page = Gallery.draw(
                "exhibit-steps",
                "portal/exhibit",
                Map.of("title", "Steps", "back", "/runs/1", "id", "e1", "text", "Opened <the app>"));

        PagesTest.assertSound(page);
        assertThat(page).contains("id=\"exhibit-e1\"", "Opened &lt;the app&gt;").doesNotContain("exchanges");
    }

    private static Exchange post(Instant sent, String body) {
        return new Exchange(
                sent,
                Duration.ofMillis(18),
                "document",
                "POST",
                URI.create("https://acme.test/acs?to=home"),
                List.of(
                        new Exchange.Header("Host", "acme.test"),
                        new Exchange.Header("Authorization", "Bearer ••••••")),
                body,
                302,
                List.of(new Exchange.Header("Location", "/home")),
                "",
                null);
    }
}
