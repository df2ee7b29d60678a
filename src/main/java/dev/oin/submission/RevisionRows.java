package dev.oin.submission;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Json;
import dev.oin.kernel.SubmissionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of revisions, as it is read. */
@Repository
class RevisionRows implements Revisions {

    private final JdbcClient client;

    RevisionRows(JdbcClient client) {
        this.client = client;
    }

    @Override
    public Optional<Revision> find(SubmissionId submission, long number) {
        return client.sql("select * from submission_revisions where submission = :id and revision = :number")
                .param("id", submission.value())
                .param("number", number)
                .query(RevisionRows::revision)
                .optional();
    }

    @Override
    public List<Revision> latest(SubmissionId submission, int limit) {
        return client.sql(
                        "select * from submission_revisions where submission = :id order by revision desc limit :limit")
                .param("id", submission.value())
                .param("limit", limit)
                .query(RevisionRows::revision)
                .list();
    }

    private static Revision revision(ResultSet row, int number) throws SQLException {
        return new Revision(
                row.getLong("revision"),
                ContentJson.read(new Json(row.getString("content"))),
                row.getString("what"),
                new AccountId(row.getObject("saved_by", UUID.class)),
                row.getTimestamp("saved_at").toInstant());
    }
}
