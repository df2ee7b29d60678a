package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of replies and withdrawals. */
@Repository
class IsvMoveRows {

    private final JdbcClient client;

    IsvMoveRows(JdbcClient client) {
        this.client = client;
    }

    List<IsvMove> of(SubmissionId submission) {
        return client.sql("select * from isv_moves where submission = :submission order by moved_at, id")
                .param("submission", submission.value())
                .query((row, number) -> new IsvMove(
                        row.getObject("id", UUID.class),
                        submission,
                        IsvMove.Kind.valueOf(row.getString("kind")),
                        row.getInt("round"),
                        row.getString("reason"),
                        new AccountId(row.getObject("moved_by", UUID.class)),
                        row.getTimestamp("moved_at").toInstant()))
                .list();
    }

    Optional<IsvMove> latest(SubmissionId submission, IsvMove.Kind kind) {
        return of(submission).stream().filter(move -> move.kind() == kind).reduce((earlier, later) -> later);
    }

    void add(IsvMove move) {
        client.sql("insert into isv_moves (id, submission, kind, round, reason, moved_by, moved_at)"
                        + " values (:id, :submission, :kind, :round, :reason, :by, :at)")
                .param("id", move.id())
                .param("submission", move.submission().value())
                .param("kind", move.kind().name())
                .param("round", move.round())
                .param("reason", move.reason())
                .param("by", move.movedBy().value())
                .param("at", Timestamp.from(move.movedAt()))
                .update();
    }
}
