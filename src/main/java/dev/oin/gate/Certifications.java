package dev.oin.gate;

import dev.oin.kernel.AccountId;
import dev.oin.submission.Submission;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ISV's word that the required tests were done (G-20); it counts only for the content that it was given for. */
@Repository
class Certifications {

    private final JdbcClient client;
    private final Clock clock;

    Certifications(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    boolean isCertified(Submission submission) {
        return client.sql(
                        "select exists (select 1 from certifications where submission = :submission and content_hash = :hash)")
                .param("submission", submission.id().value())
                .param("hash", submission.contentHash())
                .query(Boolean.class)
                .single();
    }

    void certify(Submission submission, AccountId by) {
        client.sql("""
                        insert into certifications (submission, content_hash, certified_by, certified_at)
                        values (:submission, :hash, :by, :at)
                        on conflict (submission) do update
                        set content_hash = excluded.content_hash, certified_by = excluded.certified_by, certified_at = excluded.certified_at""")
                .param("submission", submission.id().value())
                .param("hash", submission.contentHash())
                .param("by", by.value())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    void drop(Submission submission) {
        client.sql("delete from certifications where submission = :submission")
                .param("submission", submission.id().value())
                .update();
    }
}
