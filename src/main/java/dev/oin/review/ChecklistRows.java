package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what people judged on checklists. */
@Repository
class ChecklistRows {

    private final JdbcClient client;

    ChecklistRows(JdbcClient client) {
        this.client = client;
    }

    List<Judged> of(SubmissionId submission, ReviewPhase phase) {
        return client.sql("select * from checklist_results where submission = :submission and phase = :phase")
                .param("submission", submission.value())
                .param("phase", phase.name())
                .query((row, number) -> new Judged(
                        row.getString("item"),
                        row.getString("result") == null ? null : ChecklistEntry.Result.valueOf(row.getString("result")),
                        row.getString("note"),
                        new AccountId(row.getObject("judged_by", UUID.class)),
                        row.getTimestamp("judged_at").toInstant(),
                        row.getObject("version", Integer.class)))
                .list();
    }

    void save(SubmissionId submission, ReviewPhase phase, Judged judged) {
        client.sql("""
                        insert into checklist_results (submission, phase, item, result, note, judged_by, judged_at, version)
                        values (:submission, :phase, :item, :result, :note, :by, :at, :version::int)
                        on conflict (submission, phase, item) do update
                        set result = excluded.result, note = excluded.note, judged_by = excluded.judged_by,
                            judged_at = excluded.judged_at, version = excluded.version""")
                .param("submission", submission.value())
                .param("phase", phase.name())
                .param("item", judged.item())
                .param(
                        "result",
                        judged.result() == null ? null : judged.result().name())
                .param("note", judged.note())
                .param("by", judged.by().value())
                .param("at", Timestamp.from(judged.at()))
                .param("version", judged.version())
                .update();
    }

    /** Opens what failed before, and the named items. */
    void reopen(SubmissionId submission, ReviewPhase phase, Collection<String> items) {
        client.sql("delete from checklist_results where submission = :submission and phase = :phase"
                        + " and (result = 'FAIL' or item = any(string_to_array(:items, ',')))")
                .param("submission", submission.value())
                .param("phase", phase.name())
                .param("items", String.join(",", items))
                .update();
    }

    void reopen(SubmissionId submission, ReviewPhase phase, String item) {
        client.sql("delete from checklist_results where submission = :submission and phase = :phase and item = :item")
                .param("submission", submission.value())
                .param("phase", phase.name())
                .param("item", item)
                .update();
    }

    void forget(SubmissionId submission) {
        client.sql("delete from checklist_results where submission = :submission")
                .param("submission", submission.value())
                .update();
    }

    /** Takes over what an earlier submission's review judged, but for the named items; what is judged already stays. */
    void carryOver(SubmissionId from, SubmissionId to, ReviewPhase phase, Collection<String> items) {
        client.sql("""
                        insert into checklist_results (submission, phase, item, result, note, judged_by, judged_at, version)
                        select :to, phase, item, result, note, judged_by, judged_at, version from checklist_results
                        where submission = :from and phase = :phase and result in ('PASS', 'NA')
                          and item = any(string_to_array(:items, ','))
                        on conflict do nothing""")
                .param("to", to.value())
                .param("from", from.value())
                .param("phase", phase.name())
                .param("items", String.join(",", items))
                .update();
    }

    /**
     * What somebody judged, or only noted.
     *
     * @param result null while there is only a note
     * @param version the version that was looked at
     */
    record Judged(
            String item,
            ChecklistEntry.@Nullable Result result,
            String note,
            AccountId by,
            Instant at,
            @Nullable Integer version) {

        /** Whether it accepts, in writing, what could not be told. */
        boolean isAcceptance() {
            return (result == ChecklistEntry.Result.PASS || result == ChecklistEntry.Result.NA) && !note.isBlank();
        }
    }
}
