package dev.oin.sandbox.saml;

import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.RandomTexts;
import dev.oin.sandbox.StoredJson;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests that wait for a person to sign in. They are not kept in the session, because a request by HTTP-POST comes from another site, without our cookie.
 */
@Repository
class PendingRequests {

    private static final Duration LIFE = Duration.ofMinutes(15);

    private final JdbcClient client;
    private final RandomTexts texts;
    private final StoredJson json;
    private final Clock clock;

    PendingRequests(JdbcClient client, RandomTexts texts, StoredJson json, Clock clock) {
        this.client = client;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps the request; the answer is the name it is found by. */
    @Transactional
    String keep(InstanceId instance, Waiting waiting) {
        var now = clock.instant();
        client.sql("delete from sandbox_pending_requests where expires_at < :now")
                .param("now", Timestamp.from(now))
                .update();
        var name = texts.secret();
        client.sql("""
                        insert into sandbox_pending_requests (hash, instance, request, received_at, expires_at)
                        values (:hash, :instance, :request::jsonb, :at, :expires)""")
                .param("hash", RandomTexts.hash(name))
                .param("instance", instance.value())
                .param("request", json.write(waiting))
                .param("at", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(LIFE)))
                .update();
        return name;
    }

    Optional<Waiting> find(InstanceId instance, String name) {
        return client.sql("""
                        select request from sandbox_pending_requests
                        where hash = :hash and instance = :instance and expires_at >= :now""")
                .param("hash", RandomTexts.hash(name))
                .param("instance", instance.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .map(text -> json.read(text, Waiting.class));
    }

    /** Whether the request was still there: it is answered once. */
    @Transactional
    boolean take(String name) {
        return client.sql("delete from sandbox_pending_requests where hash = :hash")
                        .param("hash", RandomTexts.hash(name))
                        .update()
                == 1;
    }

    /**
     * A request that waits.
     *
     * @param passwordAfter where the app wants the password entered anew, since when; otherwise null
     */
    record Waiting(Reply reply, boolean passive, @Nullable Instant passwordAfter) {

        boolean accepts(Instant authenticatedAt) {
            return passwordAfter == null || authenticatedAt.isAfter(passwordAfter);
        }
    }
}
