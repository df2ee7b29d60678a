package dev.oin.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.account.TokenId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final TokenId token = new TokenId(UUID.randomUUID());
    private final RateLimit limit = new RateLimit(
            new ApiProperties(2, Duration.ofSeconds(120)), ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @Test
    void the_third_use_within_a_minute_waits_for_the_next_minute() {
        limit.take(token);
        now = now.plusSeconds(20);
        limit.take(token);

        assertThat(limit.take(token)).contains(Duration.ofSeconds(40));
    }

    @Test
    void a_new_minute_starts_anew() {
        limit.take(token);
        limit.take(token);
        now = now.plusSeconds(60);

        assertThat(limit.take(token)).isEmpty();
    }

    @Test
    void another_token_has_a_count_of_its_own() {
        limit.take(token);
        limit.take(token);

        assertThat(limit.take(new TokenId(UUID.randomUUID()))).isEmpty();
    }
}
