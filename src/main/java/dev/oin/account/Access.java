package dev.oin.account;

import dev.oin.kernel.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ways in that an account has open at the moment: browser sessions and API tokens. */
@Repository
class Access {

    private final JdbcClient client;
    private final Clock clock;

    Access(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Ends sessions and tokens; giving access back later does not bring them back. */
    void end(AccountId account) {
        endSessions(account);
        client.sql("update api_tokens set revoked_at = :now where account = :account and revoked_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account.value())
                .update();
    }

    /** The browsers in which the account is signed in, the newest use first. */
    List<OpenSession> sessions(AccountId account, String current) {
        return client.sql("""
                        select primary_id, creation_time, last_access_time, session_id = :current as current from spring_session
                        where principal_name = :account and expiry_time > :now order by last_access_time desc""")
                .param("account", account.toString())
                .param("current", current)
                .param("now", clock.millis())
                .query((row, number) -> new OpenSession(
                        UUID.fromString(row.getString("primary_id")),
                        Instant.ofEpochMilli(row.getLong("creation_time")),
                        Instant.ofEpochMilli(row.getLong("last_access_time")),
                        row.getBoolean("current")))
                .list();
    }

    /** Whether the session was one of the account. */
    boolean endSession(AccountId account, UUID session) {
        return client.sql("delete from spring_session where principal_name = :account and primary_id = :id")
                        .param("account", account.toString())
                        .param("id", session.toString())
                        .update()
                > 0;
    }

    /** Signs the account out of all browsers but one; how many there were. */
    int endOtherSessions(AccountId account, String current) {
        return client.sql("delete from spring_session where principal_name = :account and session_id <> :current")
                .param("account", account.toString())
                .param("current", current)
                .update();
    }

    /** Signs the account out everywhere. */
    void endSessions(AccountId account) {
        client.sql("delete from spring_session where principal_name = :account")
                .param("account", account.toString())
                .update();
    }
}
