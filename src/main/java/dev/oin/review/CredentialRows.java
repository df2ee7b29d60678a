package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import dev.oin.kernel.SubmissionId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
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

    void plan(SubmissionId submission, Instant due) {
        client.sql("insert into credential_deletions (submission, due_at) values (:submission, :due)"
                        + " on conflict (submission) do update set due_at = excluded.due_at, deleted_at = null")
                .param("submission", submission.value())
                .param("due", Timestamp.from(due))
                .update();
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
