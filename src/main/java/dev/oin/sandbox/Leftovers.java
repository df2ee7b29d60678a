package dev.oin.sandbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Forgets sign-ins that are older than they are kept for; looks at most once an hour, when something is noted. */
@Repository
class Leftovers {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final JdbcClient client;
    private final SandboxProperties properties;
    private final Clock clock;
    private final AtomicReference<Instant> lastLook = new AtomicReference<>(Instant.EPOCH);

    Leftovers(JdbcClient client, SandboxProperties properties, Clock clock) {
        this.client = client;
        this.properties = properties;
        this.clock = clock;
    }

    void forget() {
        var now = clock.instant();
        var last = lastLook.get();
        if (last.plus(PAUSE).isAfter(now) || !lastLook.compareAndSet(last, now)) {
            return;
        }
        client.sql("delete from sandbox_sign_in_log where at < :before")
                .param("before", Timestamp.from(now.minus(properties.logKept())))
                .update();
    }
}
