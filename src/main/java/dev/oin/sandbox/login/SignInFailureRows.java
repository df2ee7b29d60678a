package dev.oin.sandbox.login;

import dev.oin.kernel.OrganizationId;
import dev.oin.sandbox.SandboxProperties;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How often signing in with an address failed in a sandbox, whether or not it is known there. */
@Repository
class SignInFailureRows {

    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int LONGEST = 254;

    private final JdbcClient client;
    private final SandboxProperties properties;

    SignInFailureRows(JdbcClient client, SandboxProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    Optional<Instant> lockedUntil(OrganizationId organization, String email, Instant now) {
        return client.sql("""
                        select locked_until from sandbox_sign_in_failures
                        where organization = :organization and email = :email and locked_until > :now""")
                .param("organization", organization.value())
                .param("email", normal(email))
                .param("now", Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    @Transactional
    void count(OrganizationId organization, String email, Instant now) {
        client.sql("delete from sandbox_sign_in_failures where last_at < :before")
                .param("before", Timestamp.from(now.minus(REMEMBERED)))
                .update();
        client.sql("""
                        insert into sandbox_sign_in_failures as f (organization, email, failures, last_at)
                        values (:organization, :email, 1, :now)
                        on conflict (organization, email) do update set
                            failures = case when f.failures + 1 >= :most then 0 else f.failures + 1 end,
                            locked_until = case when f.failures + 1 >= :most then :until else f.locked_until end,
                            last_at = :now""")
                .param("organization", organization.value())
                .param("email", normal(email))
                .param("now", Timestamp.from(now))
                .param("most", properties.lockOutAfter())
                .param("until", Timestamp.from(now.plus(properties.lockOutFor())))
                .update();
    }

    @Transactional
    void forget(OrganizationId organization, String email) {
        client.sql("delete from sandbox_sign_in_failures where organization = :organization and email = :email")
                .param("organization", organization.value())
                .param("email", normal(email))
                .update();
    }

    private static String normal(String email) {
        var text = email.strip().toLowerCase(Locale.ROOT);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
