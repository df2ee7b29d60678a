package dev.oin.account;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How often signing in with an address failed, whether or not it is known. */
@Repository
class SignInFailures {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final JdbcClient client;
    private final AccountProperties properties;

    SignInFailures(JdbcClient client, AccountProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    Optional<Instant> lockedUntil(String email, Instant now) {
        return client.sql("select locked_until from sign_in_failures where email = :email and locked_until > :now")
                .param("email", email)
                .param("now", Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    @Transactional
    void count(String email, Instant now) {
        client.sql("delete from sign_in_failures where last_at < :before")
                .param("before", Timestamp.from(now.minus(REMEMBERED)))
                .update();
        client.sql("""
                        insert into sign_in_failures as f (email, failures, last_at) values (:email, 1, :now)
                        on conflict (email) do update set
                            failures = case when f.failures + 1 >= :most then 0 else f.failures + 1 end,
                            locked_until = case when f.failures + 1 >= :most then :until else f.locked_until end,
                            last_at = :now""")
                .param("email", email)
                .param("now", Timestamp.from(now))
                .param("most", properties.lockOutAfter())
                .param("until", Timestamp.from(now.plus(properties.lockOutFor())))
                .update();
    }

    @Transactional
    void forget(String email) {
        client.sql("delete from sign_in_failures where email = :email")
                .param("email", email)
                .update();
    }
}
