package dev.oin.account;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import dev.oin.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed what about accounts; append-only. */
@Repository
public class AccountAudit {

    private static final String NEWEST = """
            select h.at, h.what, h.detail, coalesce(a.display_name, '') as who, coalesce(b.email, '') as whose
            from account_audit h left join accounts a on a.id = h.actor left join accounts b on b.id = h.account
            %s order by h.at desc, h.id desc limit 100""";

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

    /** What was done to the organisation's accounts, the newest first. */
    public List<AuditEntry> of(OrganizationId organization) {
        return client.sql(NEWEST.formatted("where h.organization = :organization"))
                .param("organization", organization.value())
                .query(AccountAudit::entry)
                .list();
    }

    /** What was done to all accounts, the newest first. */
    public List<AuditEntry> newest() {
        return client.sql(NEWEST.formatted("")).query(AccountAudit::entry).list();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                row.getString("whose"),
                row.getString("what"),
                row.getString("detail"));
    }
}
