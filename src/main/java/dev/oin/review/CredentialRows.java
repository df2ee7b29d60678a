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

/** When test credentials are deleted, and who looked at them. */
@Repository
class CredentialRows {

    private final JdbcClient client;
    private final Ids ids;

    CredentialRows(JdbcClient client, Ids ids) {
        this.client = client;
        this.ids = ids;
    }

    /** The process deletes them. */
    void plan(SubmissionId submission, Instant due) {
        plan(submission, due, false);
    }

    /** No process waits for it: {@link SweepCredentials} deletes them. */
    void planSweep(SubmissionId submission, Instant due) {
        plan(submission, due, true);
    }

    private void plan(SubmissionId submission, Instant due, boolean swept) {
        client.sql("""
                        insert into credential_deletions (submission, due_at, swept) values (:submission, :due, :swept)
                        on conflict (submission) do update
                        set due_at = excluded.due_at, swept = excluded.swept, deleted_at = null, warned_at = null""")
                .param("submission", submission.value())
                .param("due", Timestamp.from(due))
                .param("swept", swept)
                .update();
    }

    /** The submission is under way again. */
    void cancelSweep(SubmissionId submission) {
        client.sql("delete from credential_deletions where submission = :submission and swept and deleted_at is null")
                .param("submission", submission.value())
                .update();
    }

    /** Sweeps that are due by the instant and of which nobody was warned. */
    List<SubmissionId> toWarn(Instant by) {
        return sweeps("and warned_at is null", by);
    }

    void warned(SubmissionId submission, Instant at) {
        client.sql("update credential_deletions set warned_at = :at where submission = :submission")
                .param("submission", submission.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Sweeps that are due by the instant. */
    List<SubmissionId> toSweep(Instant by) {
        return sweeps("", by);
    }

    private List<SubmissionId> sweeps(String more, Instant by) {
        return client
                .sql("select submission from credential_deletions where swept and deleted_at is null and due_at <= :by "
                        + more + " order by due_at limit 100")
                .param("by", Timestamp.from(by))
                .query(UUID.class)
                .list()
                .stream()
                .map(SubmissionId::new)
                .toList();
    }

    /** Whether the sweep is still due; until the transaction ends nobody takes it back. */
    boolean holdSweep(SubmissionId submission, Instant by) {
        return client.sql(
                        "select submission from credential_deletions"
                                + " where submission = :submission and swept and deleted_at is null and due_at <= :by for update")
                .param("submission", submission.value())
                .param("by", Timestamp.from(by))
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    Optional<Instant> plannedFor(SubmissionId submission) {
        return client.sql("select due_at from credential_deletions where submission = :submission")
                .param("submission", submission.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    void done(SubmissionId submission, Instant at) {
        client.sql(
                        "update credential_deletions set deleted_at = :at where submission = :submission and deleted_at is null")
                .param("submission", submission.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void revealed(SubmissionId submission, AccountId by, Instant at) {
        client.sql("insert into account_reveals (id, submission, revealed_by, revealed_at)"
                        + " values (:id, :submission, :by, :at)")
                .param("id", ids.next())
                .param("submission", submission.value())
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }
}
