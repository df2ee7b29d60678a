package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The team's reason texts; leads keep them. */
@Repository
public class ReasonTexts {

    private static final DeskAnswer LEADS_ONLY = new DeskAnswer.Forbidden("Reason texts are a lead's.");

    private final JdbcClient client;
    private final Ids ids;
    private final Clock clock;

    ReasonTexts(JdbcClient client, Ids ids, Clock clock) {
        this.client = client;
        this.ids = ids;
        this.clock = clock;
    }

    /** All texts, by check and label. */
    public List<ReasonText> all() {
        return client.sql("select id, check_id, label, text from reason_texts order by check_id, label, id")
                .query((row, number) -> text(row))
                .list();
    }

    /** Adds a text. */
    @Transactional
    public DeskAnswer add(String check, String label, String text, Caller caller) {
        if (!caller.isLead()) {
            return LEADS_ONLY;
        }
        if (isUnfit(check, 64) || isUnfit(label, ReasonText.LABEL_LIMIT) || isUnfit(text, Finding.TEXT_LIMIT)) {
            return new DeskAnswer.Conflict(
                    "Name the rule, a label of at most 120 and a text of at most 4000 characters.");
        }
        client.sql("insert into reason_texts (id, check_id, label, text, changed_by, changed_at)"
                        + " values (:id, :check, :label, :text, :by, :at)")
                .param("id", ids.next())
                .param("check", check.strip())
                .param("label", label.strip())
                .param("text", text.strip())
                .param("by", caller.account().value())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return new DeskAnswer.Done();
    }

    /** Changes a text. */
    @Transactional
    public DeskAnswer change(UUID id, String label, String text, Caller caller) {
        if (!caller.isLead()) {
            return LEADS_ONLY;
        }
        if (isUnfit(label, ReasonText.LABEL_LIMIT) || isUnfit(text, Finding.TEXT_LIMIT)) {
            return new DeskAnswer.Conflict("Write a label of at most 120 and a text of at most 4000 characters.");
        }
        var changed = client.sql(
                        "update reason_texts set label = :label, text = :text, changed_by = :by, changed_at = :at"
                                + " where id = :id")
                .param("label", label.strip())
                .param("text", text.strip())
                .param("by", caller.account().value())
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        return changed == 0 ? new DeskAnswer.Unknown() : new DeskAnswer.Done();
    }

    /** Drops a text; issues that were raised with it keep theirs. */
    @Transactional
    public DeskAnswer drop(UUID id, Caller caller) {
        if (!caller.isLead()) {
            return LEADS_ONLY;
        }
        var dropped = client.sql("delete from reason_texts where id = :id")
                .param("id", id)
                .update();
        return dropped == 0 ? new DeskAnswer.Unknown() : new DeskAnswer.Done();
    }

    private static boolean isUnfit(String text, int limit) {
        return text.isBlank() || text.strip().length() > limit;
    }

    private static ReasonText text(ResultSet row) throws SQLException {
        return new ReasonText(
                row.getObject("id", UUID.class),
                row.getString("check_id"),
                row.getString("label"),
                row.getString("text"));
    }
}
