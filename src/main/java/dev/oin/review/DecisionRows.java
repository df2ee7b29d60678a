package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of decisions. */
@Repository
class DecisionRows implements Decisions {

    private final JdbcClient client;

    DecisionRows(JdbcClient client) {
        this.client = client;
    }

    @Override
    public List<RecordedDecision> of(SubmissionId submission) {
        return client.sql("select * from decisions where submission = :submission order by decided_at, id")
                .param("submission", submission.value())
                .query((row, number) -> new RecordedDecision(
                        row.getObject("id", UUID.class),
                        submission,
                        ReviewPhase.valueOf(row.getString("phase")),
                        row.getInt("round"),
                        row.getObject("version", Integer.class),
                        ReviewDesk.Outcome.valueOf(row.getString("outcome")),
                        row.getString("note"),
                        new AccountId(row.getObject("decided_by", UUID.class)),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    void add(RecordedDecision decision) {
        client.sql("""
                        insert into decisions (id, submission, phase, round, version, outcome, note, decided_by, decided_at, taken)
                        values (:id, :submission, :phase, :round, :version::int, :outcome, :note, :by, :at, false)""")
                .param("id", decision.id())
                .param("submission", decision.submission().value())
                .param("phase", decision.phase().name())
                .param("round", decision.round())
                .param("version", decision.version())
                .param("outcome", decision.outcome().name())
                .param("note", decision.note())
                .param("by", decision.decidedBy().value())
                .param("at", Timestamp.from(decision.decidedAt()))
                .update();
    }

    boolean hasOpen(SubmissionId submission) {
        return client.sql("select exists (select 1 from decisions where submission = :submission and not taken)")
                .param("submission", submission.value())
                .query(Boolean.class)
                .single();
    }

    void take(SubmissionId submission) {
        client.sql("update decisions set taken = true where submission = :submission and not taken")
                .param("submission", submission.value())
                .update();
    }
}
