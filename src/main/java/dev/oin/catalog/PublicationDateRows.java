package dev.oin.catalog;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ChosenDates;
import dev.oin.submission.Submission;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days that ISVs chose for their publication. */
@Repository
class PublicationDateRows implements ChosenDates {

    private final JdbcClient client;

    PublicationDateRows(JdbcClient client) {
        this.client = client;
    }

    Optional<PublicationDate> find(SubmissionId submission) {
        return client.sql("select publish_on, publish_at from publication_dates where submission = :submission")
                .param("submission", submission.value())
                .query((row, number) -> new PublicationDate(
                        submission,
                        row.getObject("publish_on", LocalDate.class),
                        row.getTimestamp("publish_at").toInstant()))
                .optional();
    }

    @Override
    public Optional<LocalDate> of(SubmissionId submission) {
        return find(submission).map(PublicationDate::day);
    }

    void choose(Submission submission, PublicationDate date, AccountId by, Instant now) {
        client.sql("""
                        insert into publication_dates (submission, integration, publish_on, publish_at, chosen_by, chosen_at)
                        values (:submission, :integration, :day, :at, :by, :now)
                        on conflict (submission) do update
                        set publish_on = excluded.publish_on, publish_at = excluded.publish_at,
                            chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at""")
                .param("submission", submission.id().value())
                .param("integration", submission.integration().value())
                .param("day", date.day())
                .param("at", Timestamp.from(date.at()))
                .param("by", by.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Keeps the name for the submission until its day, where it has one. */
    void reserve(SubmissionId submission, String name) {
        client.sql("update publication_dates set reserved_name = :name where submission = :submission")
                .param("submission", submission.value())
                .param("name", name.strip())
                .update();
    }

    /** The name is free again; the day stays chosen. */
    void releaseName(SubmissionId submission) {
        client.sql("update publication_dates set reserved_name = null where submission = :submission")
                .param("submission", submission.value())
                .update();
    }

    Optional<IntegrationId> ownerOf(String name) {
        return client.sql("select integration from publication_dates where lower(reserved_name) = lower(:name)")
                .param("name", name.strip())
                .query(UUID.class)
                .optional()
                .map(IntegrationId::new);
    }

    void forget(SubmissionId submission) {
        client.sql("delete from publication_dates where submission = :submission")
                .param("submission", submission.value())
                .update();
    }
}
