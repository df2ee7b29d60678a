package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
              and (:overdue::timestamptz is null or due_at < :overdue::timestamptz)
              and (:protocol::text is null or protocols like '%' || :protocol || '%')
              and (:words = '' or words like lower(:words))""";

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
                .param("overdue", filter.overdueAt() == null ? null : Timestamp.from(filter.overdueAt()))
                .param(
                        "protocol",
                        filter.protocol() == null ? null : filter.protocol().name())
                .param("words", pattern(filter.words()));
    }

    private static String pattern(String words) {
        var literal = words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return literal.isEmpty() ? "" : "%" + literal + "%";
    }

    @Override
    public Counts counts(AccountId caller, Instant now) {
        return client.sql("""
                        select count(*) as everything, count(*) filter (where assignee = :caller) as mine,
                               count(*) filter (where assignee is null) as unclaimed,
                               count(*) filter (where due_at < :now) as late from review_items""")
                .param("caller", caller.value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Counts(
                        row.getInt("everything"), row.getInt("mine"), row.getInt("unclaimed"), row.getInt("late")))
                .single();
    }

    /** What each holder holds. */
    Map<AccountId, Held> held(Instant now) {
        var held = new HashMap<AccountId, Held>();
        client.sql("select assignee, count(*) as open, count(*) filter (where due_at < :now) as late"
                        + " from review_items where assignee is not null group by assignee")
                .param("now", Timestamp.from(now))
                .query(row -> {
                    held.put(
                            new AccountId(row.getObject("assignee", UUID.class)),
                            new Held(row.getInt("open"), row.getInt("late")));
                });
        return held;
    }

    /** How much somebody holds. */
    record Held(int open, int late) {
        static final Held NOTHING = new Held(0, 0);
    }

    /** Adds the submission to the queue; one that is there in the same phase and round keeps its place. */
    void add(ReviewItem item) {
        client.sql("""
                        insert into review_items (submission, phase, round, task, assignee, entered_at, due_at,
                            integration, organization, organization_name, name, version, protocols, because)
                        values (:submission, :phase, :round, null, null, :entered, :due,
                            :integration, :organization, :organizationName, :name, :version::int, :protocols, :because)
                        on conflict (submission) do update
                        set phase = excluded.phase, round = excluded.round, task = null, assignee = null,
                            entered_at = excluded.entered_at, due_at = excluded.due_at,
                            organization = excluded.organization, organization_name = excluded.organization_name,
                            name = excluded.name, version = excluded.version, protocols = excluded.protocols, because = excluded.because,
                            handover = '', handed_over_by = null
                        where (review_items.phase, review_items.round) <> (excluded.phase, excluded.round)""")
                .param("submission", item.submission().value())
                .param("phase", item.phase().name())
                .param("round", item.round())
                .param("entered", Timestamp.from(item.enteredAt()))
                .param("due", Timestamp.from(item.dueAt()))
                .param("organization", item.subject().organization().value())
                .param("organizationName", item.subject().organizationName())
                .param("name", item.subject().name())
                .param("integration", item.subject().integration().value())
                .param("version", item.subject().version())
                .param(
                        "protocols",
                        item.subject().protocols().stream().map(Enum::name).collect(Collectors.joining(",")))
                .param("because", String.join("\n", item.subject().because()))
                .update();
    }

    /** What the last holder leaves for the next one. */
    void handOver(SubmissionId submission, String note, AccountId by) {
        client.sql("update review_items set handover = :note, handed_over_by = :by where submission = :submission")
                .param("note", note)
                .param("by", by.value())
                .param("submission", submission.value())
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
                row.getTimestamp("due_at").toInstant(),
                new ReviewItem.Subject(
                        new IntegrationId(row.getObject("integration", UUID.class)),
                        new OrganizationId(row.getObject("organization", UUID.class)),
                        row.getString("organization_name"),
                        row.getString("name"),
                        row.getObject("version", Integer.class),
                        words(row.getString("protocols"), ",")
                                .map(Protocol::valueOf)
                                .toList(),
                        words(row.getString("because"), "\n").toList()),
                handover(row));
    }

    private static Stream<String> words(String joined, String separator) {
        return Stream.of(joined.split(separator)).filter(word -> !word.isEmpty());
    }

    private static ReviewItem.Handover handover(ResultSet row) throws SQLException {
        var by = row.getObject("handed_over_by", UUID.class);
        return new ReviewItem.Handover(row.getString("handover"), by == null ? null : new AccountId(by));
    }
}
