package dev.oin.sandbox.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.oin.egress.Capture;
import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Header;
import dev.oin.egress.Reply;
import dev.oin.vault.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScimClientTest {

    private final Deque<Reply> answers = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final GuardedHttp http = (call, capture) -> {
        calls.add(call.method());
        return answers.size() == 1 ? answers.getFirst() : answers.removeFirst();
    };
    private final ScimClient client = new ScimClient(
            http,
            new ObjectMapper(),
            new ScimServer(URI.create("https://app.example.com/scim"), new Secret("Bearer x")),
            Capture.NONE,
            new Patience(Duration.ofMinutes(2), waits::add));

    @Test
    void asks_again_where_a_server_cannot_answer_now_and_does_not_say_until_when() {
        answers.addAll(List.of(answer(503), answer(503), answer(201)));

        var reply = client.post("/Users", JsonNodeFactory.instance.objectNode());

        assertThat(status(reply)).isEqualTo(201);
        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void gives_a_server_up_that_stays_away_and_does_not_wait_for_its_next_answers() {
        answers.add(answer(503));

        var reply = client.get("/Users");
        client.get("/Groups");

        assertThat(status(reply)).isEqualTo(503);
        assertThat(calls).hasSize(3 + 1);
        assertThat(waits).hasSize(2);
    }

    @Test
    void waits_anew_for_a_server_that_came_back_meanwhile() {
        answers.addAll(List.of(answer(503), answer(503), answer(503), answer(200), answer(503), answer(200)));

        client.get("/Users");
        client.get("/Users");
        var reply = client.get("/Users");

        assertThat(status(reply)).isEqualTo(200);
        assertThat(waits).hasSize(3);
    }

    @Test
    void waits_as_long_as_a_server_asks() {
        answers.addAll(List.of(
                answer(503, new Header("Retry-After", "7")), answer(429, new Header("Retry-After", "9")), answer(200)));

        var reply = client.get("/Users");

        assertThat(status(reply)).isEqualTo(200);
        assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(9));
    }

    @Test
    void only_what_asks_to_come_back_counts_as_that() {
        answers.addAll(List.of(answer(503), answer(429), answer(200)));

        client.get("/Users");

        assertThat(client.retries()).containsExactly("");
    }

    @Test
    void repeats_no_other_failure() {
        answers.add(answer(500));

        client.get("/Users");

        assertThat(calls).hasSize(1);
    }

    private static int status(ScimReply reply) {
        return reply instanceof ScimReply.Answer answer ? answer.status() : 0;
    }

    private static Reply answer(int status, Header... headers) {
        return new Reply.Answered(
                URI.create("https://app.example.com/scim"),
                status,
                List.of(headers),
                new byte[0],
                false,
                Duration.ZERO);
    }
}
