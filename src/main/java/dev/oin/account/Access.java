package dev.oin.account;

import dev.oin.kernel.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
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

    /** Signs the account out everywhere. */
    void endSessions(AccountId account) {
        client.sql("delete from spring_session where principal_name = :account")
                .param("account", account.toString())
                .update();
    }
}
