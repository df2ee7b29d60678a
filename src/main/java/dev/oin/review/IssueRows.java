package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import dev.oin.kernel.IssueId;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of issues and their threads. */
@Repository
class IssueRows implements Issues {

    private final JdbcClient client;
    private final Ids ids;

    IssueRows(JdbcClient client, Ids ids) {
        this.client = client;
        this.ids = ids;
    }

    @Override
    public List<Issue> of(SubmissionId submission) {
        return client.sql("select * from issues where submission = :submission order by number")
                .param("submission", submission.value())
                .query((row, number) -> issue(row))
                .list();
    }

    @Override
    public List<IssueMessage> messagesOf(Issue issue) {
        return client.sql("select * from issue_messages where issue = :issue order by at, id")
                .param("issue", issue.id().value())
                .query((row, number) -> message(row))
                .list();
    }

    @Override
    public Map<IssueId, List<IssueMessage>> messagesOf(SubmissionId submission) {
        return client
                .sql("select message.* from issue_messages message join issues issue on issue.id = message.issue"
                        + " where issue.submission = :submission order by message.at, message.id")
                .param("submission", submission.value())
                .query((row, number) -> message(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(IssueMessage::issue));
    }

    void raise(
            SubmissionId submission,
            Origin origin,
            Finding finding,
            Issue.Evidence evidence,
            @Nullable AccountId by,
            Instant at) {
        client.sql("""
                        insert into issues (id, submission, number, phase, round, version, check_id, field, severity, text, status, raised_by, raised_at, run, seen, by_check)
                        select :id, :submission, coalesce(max(number), 0) + 1, :phase, :round, :version::int, :check, :field::text, :severity, :text, 'OPEN', :by::uuid, :at::timestamptz, :run::uuid, :seen, :byCheck
                        from issues where submission = :submission""")
                .param("id", ids.next())
                .param("submission", submission.value())
                .param("phase", origin.phase().name())
                .param("round", origin.round())
                .param("version", origin.version())
                .param("check", finding.check())
                .param("field", finding.field())
                .param("severity", finding.severity().name())
                .param("text", finding.text())
                .param("by", by == null ? null : by.value())
                .param("at", Timestamp.from(at))
                .param("run", evidence.run() == null ? null : evidence.run().value())
                .param("seen", evidence.seen())
                .param("byCheck", evidence.byCheck())
                .update();
    }

    /** The ISV is told of all open issues. */
    int send(SubmissionId submission, Instant at) {
        return client.sql("update issues set sent_at = :at where submission = :submission and status = 'OPEN'"
                        + " and sent_at is null")
                .param("submission", submission.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void setStatus(IssueId issue, Issue.Status status, Instant at) {
        client.sql(
                        "update issues set status = :status, closed_at = case when :status = 'CLOSED' then :at::timestamptz end,"
                                + " fixed_at = case when :status = 'FIXED' then :at::timestamptz when :status = 'OPEN' then null else fixed_at end"
                                + " where id = :id")
                .param("status", status.name())
                .param("at", Timestamp.from(at))
                .param("id", issue.value())
                .update();
    }

    void moveAll(SubmissionId submission, Issue.Status from, Issue.Status to, Instant at) {
        client.sql("update issues set status = :to, closed_at = case when :to = 'CLOSED' then :at::timestamptz end"
                        + " where submission = :submission and status = :from and sent_at is not null")
                .param("from", from.name())
                .param("to", to.name())
                .param("at", Timestamp.from(at))
                .param("submission", submission.value())
                .update();
    }

    /** What was found and never sent is dropped, when the review it belongs to ends otherwise. */
    void dropUnsent(SubmissionId submission) {
        client.sql("delete from issues where submission = :submission and sent_at is null")
                .param("submission", submission.value())
                .update();
    }

    void say(IssueMessage message) {
        client.sql("insert into issue_messages (id, issue, author, from_team, text, at)"
                        + " values (:id, :issue, :author, :team, :text, :at)")
                .param("id", ids.next())
                .param("issue", message.issue().value())
                .param("author", message.author().value())
                .param("team", message.fromTeam())
                .param("text", message.text())
                .param("at", Timestamp.from(message.at()))
                .update();
    }

    /** In which review an issue comes up. */
    record Origin(ReviewPhase phase, int round, @Nullable Integer version) {}

    private static Issue issue(ResultSet row) throws SQLException {
        var raisedBy = row.getObject("raised_by", UUID.class);
        var sentAt = row.getTimestamp("sent_at");
        var fixedAt = row.getTimestamp("fixed_at");
        var run = row.getObject("run", UUID.class);
        return new Issue(
                new IssueId(row.getObject("id", UUID.class)),
                new SubmissionId(row.getObject("submission", UUID.class)),
                row.getInt("number"),
                ReviewPhase.valueOf(row.getString("phase")),
                row.getInt("round"),
                row.getObject("version", Integer.class),
                row.getString("check_id"),
                row.getString("field"),
                Issue.Severity.valueOf(row.getString("severity")),
                row.getString("text"),
                Issue.Status.valueOf(row.getString("status")),
                raisedBy == null ? null : new AccountId(raisedBy),
                row.getTimestamp("raised_at").toInstant(),
                sentAt == null ? null : sentAt.toInstant(),
                fixedAt == null ? null : fixedAt.toInstant(),
                new Issue.Evidence(
                        run == null ? null : new RunId(run), row.getString("seen"), row.getBoolean("by_check")));
    }

    private static IssueMessage message(ResultSet row) throws SQLException {
        return new IssueMessage(
                new IssueId(row.getObject("issue", UUID.class)),
                new AccountId(row.getObject("author", UUID.class)),
                row.getBoolean("from_team"),
                row.getString("text"),
                row.getTimestamp("at").toInstant());
    }
}
