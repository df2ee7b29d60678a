package dev.oin.checks.logout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.Verdict;
import dev.oin.egress.Reply.Answered;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final String ADA = "ada@acme.example";

    @Test
    void a_refusal_that_says_why_is_right() {
        assertThat(Refusals.words(answer(401, "{\"error\":\"expired\"}"), ADA).verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void one_without_a_word_is_a_warning() {
        assertThat(Refusals.words(answer(401, ""), ADA).verdict()).isEqualTo(Verdict.WARNED);
    }

    @Test
    void one_that_repeats_the_address_or_shows_innards_is_wrong() {
        assertThat(Refusals.words(answer(401, "Not for " + ADA), ADA).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(Refusals.words(answer(500, "java.lang.NullPointerException\n\tat com.acme.App"), ADA)
                        .verdict())
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void innards_are_told_whatever_the_app_is_written_in() {
        assertThat(Refusals.words(answer(401, "JWTExpired: exp\n    at /srv/node_modules/jose/dist/jwt.js:91"), ADA)
                        .verdict())
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void a_token_that_was_accepted_leaves_no_refusal_to_read() {
        var outcome = Refusals.words(answer(204, ""), ADA);

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.observed()).contains("204");
    }

    private static Answered answer(int status, String body) {
        return new Answered(
                URI.create("https://app.example/logout"),
                status,
                List.of(),
                body.getBytes(StandardCharsets.UTF_8),
                false,
                Duration.ZERO);
    }
}
