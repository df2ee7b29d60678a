package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.SubmissionId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of what reviewers made for QA in sandboxes. */
@Repository
class QaMade {

    private final JdbcClient client;

    QaMade(JdbcClient client) {
        this.client = client;
    }

    void add(SubmissionId submission, InstanceId instance, AccountId by, Instant at) {
        add(submission, What.INSTANCE, instance.value(), by, at);
    }

    void add(SubmissionId submission, PersonId person, AccountId by, Instant at) {
        add(submission, What.PERSON, person.value(), by, at);
    }

    private void add(SubmissionId submission, What what, UUID thing, AccountId by, Instant at) {
        client.sql("insert into review_qa_made (thing, what, submission, made_by, made_at)"
                        + " values (:thing, :what, :submission, :by, :at)")
                .param("thing", thing)
                .param("what", what.name())
                .param("submission", submission.value())
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Whether the instance was made for QA, be it retired by now. */
    boolean isMade(InstanceId instance) {
        return client.sql("select count(*) from review_qa_made where thing = :thing")
                        .param("thing", instance.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The submission's instances of QAs that have ended, with the end. */
    Map<InstanceId, Instant> retired(SubmissionId submission) {
        var retired = new HashMap<InstanceId, Instant>();
        client.sql("select thing, retired_at from review_qa_made"
                        + " where submission = :submission and what = 'INSTANCE' and retired_at is not null")
                .param("submission", submission.value())
                .query(row -> {
                    retired.put(
                            new InstanceId(row.getObject("thing", UUID.class)),
                            row.getTimestamp("retired_at").toInstant());
                });
        return retired;
    }

    /** Instances of a QA that goes on. */
    List<InstanceId> instances(SubmissionId submission) {
        return open(submission, What.INSTANCE).stream().map(InstanceId::new).toList();
    }

    /** People of a QA that goes on. */
    List<PersonId> people(SubmissionId submission) {
        return open(submission, What.PERSON).stream().map(PersonId::new).toList();
    }

    private List<UUID> open(SubmissionId submission, What what) {
        return client.sql("select thing from review_qa_made"
                        + " where submission = :submission and what = :what and retired_at is null order by made_at")
                .param("submission", submission.value())
                .param("what", what.name())
                .query(UUID.class)
                .list();
    }

    /** The QA is over: what it made waits to be cleaned up. */
    void retire(SubmissionId submission, Instant at) {
        client.sql("update review_qa_made set retired_at = :at, clean_at = :at"
                        + " where submission = :submission and retired_at is null")
                .param("submission", submission.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Takes what is due longest, people before instances; another node takes it when the lease runs out. */
    @Transactional
    Optional<Retired> take(Instant now, Duration lease) {
        return client.sql("""
                        update review_qa_made set attempts = attempts + 1, clean_at = :lease
                        where thing = (select thing from review_qa_made made where clean_at <= :now
                            and (what = 'PERSON' or not exists (select 1 from review_qa_made person
                                where person.submission = made.submission and person.what = 'PERSON' and person.clean_at is not null))
                            order by clean_at, thing limit 1 for update skip locked)
                        returning thing, what, attempts""")
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(now.plus(lease)))
                .query((row, number) -> new Retired(
                        row.getObject("thing", UUID.class),
                        What.valueOf(row.getString("what")),
                        row.getInt("attempts")))
                .optional();
    }

    void again(UUID thing, Instant at) {
        client.sql("update review_qa_made set clean_at = :at where thing = :thing")
                .param("thing", thing)
                .param("at", Timestamp.from(at))
                .update();
    }

    void cleaned(UUID thing) {
        client.sql("update review_qa_made set clean_at = null where thing = :thing")
                .param("thing", thing)
                .update();
    }

    enum What {
        INSTANCE,
        PERSON
    }

    /** Something that waits to be removed. */
    record Retired(UUID thing, What what, int attempt) {}
}
