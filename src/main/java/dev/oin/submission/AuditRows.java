package dev.oin.submission;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what was done; the database refuses to change it. */
@Repository
class AuditRows {

    private final JdbcClient client;

    AuditRows(JdbcClient client) {
        this.client = client;
    }

    /** Adds the fact, unless one with its key is there. */
    void add(
            UUID id, String key, Instant at, SubmissionId submission, @Nullable AccountId actor, AuditTrail.Fact fact) {
        client.sql("""
                        insert into submission_audit (id, key, at, submission, organization, integration, kind, what, text, actor,
                            actor_name, version, was, is_now, team_only)
                        select :id, :key, :at, s.id, s.organization,
                            coalesce(s.content #>> '{configuration,catalog,display_name}', 'Untitled integration'), :kind, :what, :text,
                            :actor::uuid, coalesce((select display_name from accounts where id = :actor::uuid), ''),
                            coalesce(:version::int, s.submitted_version), :was, :isNow, :teamOnly
                        from submissions s where s.id = :submission
                        on conflict (key) do nothing""")
                .param("id", id)
                .param("key", key)
                .param("at", Timestamp.from(at))
                .param("submission", submission.value())
                .param("kind", fact.kind().name())
                .param("what", fact.what())
                .param("text", fact.text())
                .param("actor", actor == null ? null : actor.value())
                .param("version", fact.version())
                .param("was", fact.was())
                .param("isNow", fact.isNow())
                .param("teamOnly", fact.teamOnly())
                .update();
    }

    List<AuditRecord> find(AuditSearch search, boolean team, int limit, long offset) {
        var order = search.submission() == null ? "desc" : "";
        return query(
                        "select * from submission_audit",
                        search,
                        (team ? "" : " and not team_only")
                                + " order by id %s limit :limit offset :offset".formatted(order))
                .param("limit", limit)
                .param("offset", offset)
                .query(AuditRows::record)
                .list();
    }

    int count(AuditSearch search) {
        return query("select count(*) from submission_audit", search, "")
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec query(String select, AuditSearch search, String end) {
        var where = new StringBuilder(select).append(" where true");
        Map<String, Object> values = new HashMap<>();
        var submission = search.submission();
        var kind = search.kind();
        var from = search.from();
        var before = search.before();
        if (submission != null) {
            where.append(" and submission = :submission");
            values.put("submission", submission.value());
        }
        if (kind != null) {
            where.append(" and kind = :kind");
            values.put("kind", kind.name());
        }
        if (from != null) {
            where.append(" and at >= :from");
            values.put("from", Timestamp.from(from));
        }
        if (before != null) {
            where.append(" and at < :before");
            values.put("before", Timestamp.from(before));
        }
        return client.sql(where.append(end).toString()).params(values);
    }

    private static AuditRecord record(ResultSet row, int number) throws SQLException {
        return new AuditRecord(
                row.getTimestamp("at").toInstant(),
                new SubmissionId(row.getObject("submission", UUID.class)),
                row.getString("integration"),
                AuditRecord.Kind.valueOf(row.getString("kind")),
                row.getString("what"),
                row.getString("text"),
                row.getString("actor_name"),
                row.getObject("version", Integer.class),
                row.getString("was"),
                row.getString("is_now"),
                row.getBoolean("team_only"));
    }
}
