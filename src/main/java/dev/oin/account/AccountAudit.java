package dev.oin.account;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed what about accounts; append-only. */
@Repository
public class AccountAudit {

    private final JdbcClient client;
    private final Ids ids;
    private final Clock clock;

    AccountAudit(JdbcClient client, Ids ids, Clock clock) {
        this.client = client;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds a row; the organisation is that of the account concerned. */
    public void record(@Nullable AccountId actor, @Nullable AccountId account, String what, String detail) {
        client.sql("""
                        insert into account_audit (id, at, actor, account, organization, what, detail)
                        values (:id, :at, :actor, :account, (select organization from accounts where id = :account), :what, :detail)""")
                .param("id", ids.next())
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor == null ? null : actor.value())
                .param("account", account == null ? null : account.value())
                .param("what", what)
                .param("detail", detail)
                .update();
    }
}
