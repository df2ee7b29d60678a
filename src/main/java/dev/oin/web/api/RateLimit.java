package dev.oin.web.api;

import dev.oin.account.TokenId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How often a token may be used within a minute, on this node. */
@Component
class RateLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<TokenId, Window> windows = new ConcurrentHashMap<>();
    private final ApiProperties properties;
    private final Clock clock;

    RateLimit(ApiProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** Counts one use; answers how long to wait where that is one too many. */
    Optional<Duration> take(TokenId token) {
        var now = clock.instant();
        var window = windows.compute(
                token,
                (id, open) -> open == null || !now.isBefore(open.end)
                        ? new Window(now.plus(WINDOW), 1)
                        : new Window(open.end, open.used + 1));
        return window.used > properties.requestsPerMinute()
                ? Optional.of(Duration.between(now, window.end))
                : Optional.empty();
    }

    private record Window(Instant end, int used) {}
}
