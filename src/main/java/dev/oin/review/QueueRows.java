package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table behind the team's queue. */
@Repository
class QueueRows implements ReviewQueue {

    private static final String MATCHING = """
             from review_items
            where (:phase::text is null or phase = :phase)
              and (:assignee::uuid is null or assignee = :assignee::uuid)
              and (not :unclaimed or assignee is null)
              and (:overdue::timestamptz is null or due_at < :overdue::timestamptz)""";

    private final JdbcClient client;

    QueueRows(JdbcClient client) {
        this.client = client;
    }

    @Override
    public Optional<ReviewItem> find(SubmissionId submission) {
        return client.sql("select * from review_items where submission = :submission")
                .param("submission", submission.value())
                .query((row, number) -> item(row))
                .optional();
    }

    @Override
    public List<ReviewItem> list(Filter filter, int limit, int offset) {
        return matching("select *" + MATCHING + " order by due_at, submission limit :limit offset :offset", filter)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> item(row))
                .list();
    }

    @Override
    public int count(Filter filter) {
        return matching("select count(*)" + MATCHING, filter)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec matching(String sql, Filter filter) {
        return client.sql(sql)
                .param("phase", filter.phase() == null ? null : filter.phase().name())
                .param(
                        "assignee",
                        filter.assignee() == null ? null : filter.assignee().value())
                .param("unclaimed", filter.unclaimed())
                .param("overdue", filter.overdueAt() == null ? null : Timestamp.from(filter.overdueAt()));
    }

    /** Adds the submission to the queue; one that is there in the same phase and round keeps its place. */
    void add(ReviewItem item) {
        client.sql("""
                        insert into review_items (submission, phase, round, task, assignee, entered_at, due_at)
                        values (:submission, :phase, :round, null, null, :entered, :due)
                        on conflict (submission) do update
                        set phase = excluded.phase, round = excluded.round, task = null, assignee = null,
                            entered_at = excluded.entered_at, due_at = excluded.due_at
                        where (review_items.phase, review_items.round) <> (excluded.phase, excluded.round)""")
                .param("submission", item.submission().value())
                .param("phase", item.phase().name())
                .param("round", item.round())
                .param("entered", Timestamp.from(item.enteredAt()))
                .param("due", Timestamp.from(item.dueAt()))
                .update();
    }

    void open(SubmissionId submission, String task) {
        client.sql("update review_items set task = :task where submission = :submission")
                .param("task", task)
                .param("submission", submission.value())
                .update();
    }

    void assign(SubmissionId submission, @Nullable AccountId assignee) {
        client.sql("update review_items set assignee = :assignee::uuid where submission = :submission")
                .param("assignee", assignee == null ? null : assignee.value())
                .param("submission", submission.value())
                .update();
    }

    void moveDueDate(SubmissionId submission, Instant due) {
        client.sql("update review_items set due_at = :due where submission = :submission")
                .param("due", Timestamp.from(due))
                .param("submission", submission.value())
                .update();
    }

    void remove(SubmissionId submission) {
        client.sql("delete from review_items where submission = :submission")
                .param("submission", submission.value())
                .update();
    }

    private static ReviewItem item(ResultSet row) throws SQLException {
        var assignee = row.getObject("assignee", UUID.class);
        return new ReviewItem(
                new SubmissionId(row.getObject("submission", UUID.class)),
                ReviewPhase.valueOf(row.getString("phase")),
                row.getInt("round"),
                row.getString("task"),
                assignee == null ? null : new AccountId(assignee),
                row.getTimestamp("entered_at").toInstant(),
                row.getTimestamp("due_at").toInstant());
    }
}
