package dev.oin.submission;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what happened. */
@Repository
class TimelineRows implements Timeline {

    private final JdbcClient client;
    private final AuditTrail audit;

    TimelineRows(JdbcClient client, AuditTrail audit) {
        this.client = client;
        this.audit = audit;
    }

    @Override
    public void record(Event event) {
        client.sql("""
                        insert into submission_events (submission, key, what, text, by_account, version, at)
                        values (:submission, :key, :what, :text, :by, :version, :at)
                        on conflict (submission, key) do nothing""")
                .param("submission", event.submission().value())
                .param("key", event.key())
                .param("what", event.what())
                .param("text", event.text())
                .param("by", event.by() == null ? null : event.by().value())
                .param("version", event.version())
                .param("at", Timestamp.from(event.at()))
                .update();
        audit.happened(event);
    }

    @Override
    public List<Event> of(SubmissionId submission) {
        return client.sql("select * from submission_events where submission = :submission order by at, number")
                .param("submission", submission.value())
                .query(TimelineRows::event)
                .list();
    }

    private static Event event(ResultSet row, int number) throws SQLException {
        var by = row.getObject("by_account", UUID.class);
        return new Event(
                new SubmissionId(row.getObject("submission", UUID.class)),
                row.getString("key"),
                row.getString("what"),
                row.getString("text"),
                by == null ? null : new AccountId(by),
                row.getObject("version", Integer.class),
                row.getTimestamp("at").toInstant());
    }
}
