package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of waivers. */
@Repository
class WaiverRows {

    private final JdbcClient client;

    WaiverRows(JdbcClient client) {
        this.client = client;
    }

    /** Those that stand or wait, oldest first. */
    List<Waiver> of(SubmissionId submission) {
        return client.sql(
                        "select * from waivers where submission = :submission and withdrawn_at is null order by waived_at, id")
                .param("submission", submission.value())
                .query((row, number) -> {
                    var confirmedBy = row.getObject("confirmed_by", UUID.class);
                    return new Waiver(
                            row.getObject("id", UUID.class),
                            submission,
                            row.getString("check_id"),
                            row.getString("reason"),
                            row.getObject("until", LocalDate.class),
                            new AccountId(row.getObject("waived_by", UUID.class)),
                            row.getTimestamp("waived_at").toInstant(),
                            confirmedBy == null ? null : new AccountId(confirmedBy));
                })
                .list();
    }

    void add(Waiver waiver) {
        client.sql("insert into waivers (id, submission, check_id, reason, until, waived_by, waived_at)"
                        + " values (:id, :submission, :check, :reason, :until, :by, :at)")
                .param("id", waiver.id())
                .param("submission", waiver.submission().value())
                .param("check", waiver.check())
                .param("reason", waiver.reason())
                .param("until", waiver.until())
                .param("by", waiver.waivedBy().value())
                .param("at", Timestamp.from(waiver.waivedAt()))
                .update();
    }

    void confirm(Waiver waiver, AccountId by, Instant at) {
        client.sql("update waivers set confirmed_by = :by, confirmed_at = :at where id = :id and confirmed_by is null")
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .param("id", waiver.id())
                .update();
    }

    void withdraw(Waiver waiver, Instant at) {
        client.sql("update waivers set withdrawn_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", waiver.id())
                .update();
    }
}
