package dev.oin.review;

import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submission;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of what the product looked at for reviewers: guides, logos. */
@Repository
class LookRows {

    private final JdbcClient client;

    LookRows(JdbcClient client) {
        this.client = client;
    }

    /** What was seen, by item; nothing while a look is awaited. */
    Map<String, MachineVerdict> of(Submission submission) {
        var seen = new HashMap<String, MachineVerdict>();
        client.sql("select item, result, seen from review_looks where submission = :submission")
                .param("submission", submission.id().value())
                .query(row -> {
                    var result = row.getString("result");
                    seen.put(
                            row.getString("item"),
                            new MachineVerdict(
                                    result == null ? null : ChecklistEntry.Result.valueOf(result),
                                    row.getString("seen"),
                                    null,
                                    false));
                });
        return seen;
    }

    /** Somebody shall look, as soon as possible. */
    void wish(SubmissionId submission, Instant at) {
        client.sql("insert into review_look_wishes (submission, look_at) values (:submission, :at)"
                        + " on conflict (submission) do update set look_at = excluded.look_at, attempts = 0")
                .param("submission", submission.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean isAwaited(SubmissionId submission) {
        return client.sql("select exists (select 1 from review_look_wishes where submission = :submission)")
                .param("submission", submission.value())
                .query(Boolean.class)
                .single();
    }

    /** Takes the wish that waits longest; another node takes it when the lease runs out, at most three times. */
    @Transactional
    Optional<SubmissionId> take(Instant now, Duration lease) {
        client.sql("delete from review_look_wishes where attempts >= 3 and look_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
        return client.sql("""
                        update review_look_wishes set attempts = attempts + 1, look_at = :lease
                        where submission = (select submission from review_look_wishes where look_at <= :now
                            order by look_at limit 1 for update skip locked)
                        returning submission""")
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(now.plus(lease)))
                .query((row, number) -> new SubmissionId(row.getObject("submission", UUID.class)))
                .optional();
    }

    /** Keeps what was seen; the wish is fulfilled. */
    @Transactional
    void seen(SubmissionId submission, Map<String, MachineVerdict> verdicts, Instant at) {
        client.sql("delete from review_looks where submission = :submission")
                .param("submission", submission.value())
                .update();
        verdicts.forEach((item, verdict) -> client.sql(
                        "insert into review_looks (submission, item, result, seen, looked_at)"
                                + " values (:submission, :item, :result, :seen, :at)")
                .param("submission", submission.value())
                .param("item", item)
                .param(
                        "result",
                        verdict.result() == null ? null : verdict.result().name())
                .param("seen", verdict.text())
                .param("at", Timestamp.from(at))
                .update());
        client.sql("delete from review_look_wishes where submission = :submission")
                .param("submission", submission.value())
                .update();
    }
}
