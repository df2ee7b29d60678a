package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import dev.oin.kernel.SubmissionId;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of waivers. */
@Repository
class WaiverRows {

    private final JdbcClient client;
    private final Ids ids;

    WaiverRows(JdbcClient client, Ids ids) {
        this.client = client;
        this.ids = ids;
    }

    List<Waiver> of(SubmissionId submission) {
        return client.sql("select * from waivers where submission = :submission order by waived_at")
                .param("submission", submission.value())
                .query((row, number) -> new Waiver(
                        submission,
                        row.getString("check_id"),
                        row.getString("reason"),
                        row.getObject("until", LocalDate.class),
                        new AccountId(row.getObject("waived_by", UUID.class)),
                        row.getTimestamp("waived_at").toInstant()))
                .list();
    }

    void add(Waiver waiver) {
        client.sql("insert into waivers (id, submission, check_id, reason, until, waived_by, waived_at)"
                        + " values (:id, :submission, :check, :reason, :until, :by, :at)")
                .param("id", ids.next())
                .param("submission", waiver.submission().value())
                .param("check", waiver.check())
                .param("reason", waiver.reason())
                .param("until", waiver.until())
                .param("by", waiver.waivedBy().value())
                .param("at", Timestamp.from(waiver.waivedAt()))
                .update();
    }
}
