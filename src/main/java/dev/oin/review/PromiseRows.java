package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import dev.oin.kernel.SubmissionId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of promised dates. */
@Repository
class PromiseRows implements Promises {

    private final JdbcClient client;
    private final Ids ids;

    PromiseRows(JdbcClient client, Ids ids) {
        this.client = client;
        this.ids = ids;
    }

    @Override
    public List<Promise> of(SubmissionId submission) {
        return client.sql("select * from promises where submission = :submission order by set_at, id")
                .param("submission", submission.value())
                .query((row, number) -> {
                    var setBy = row.getObject("set_by", UUID.class);
                    return new Promise(
                            submission,
                            ReviewPhase.valueOf(row.getString("phase")),
                            row.getInt("round"),
                            row.getTimestamp("due_at").toInstant(),
                            row.getString("reason"),
                            setBy == null ? null : new AccountId(setBy),
                            row.getTimestamp("set_at").toInstant());
                })
                .list();
    }

    @Override
    public Optional<Instant> expectedDate(SubmissionId submission) {
        return client.sql("select due_at from review_items where submission = :submission")
                .param("submission", submission.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    void add(Promise promise) {
        client.sql("insert into promises (id, submission, phase, round, due_at, reason, set_by, set_at)"
                        + " values (:id, :submission, :phase, :round, :due, :reason, :by::uuid, :at)")
                .param("id", ids.next())
                .param("submission", promise.submission().value())
                .param("phase", promise.phase().name())
                .param("round", promise.round())
                .param("due", Timestamp.from(promise.due()))
                .param("reason", promise.reason())
                .param("by", promise.setBy() == null ? null : promise.setBy().value())
                .param("at", Timestamp.from(promise.setAt()))
                .update();
    }
}
