package dev.oin.submission;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.Json;
import dev.oin.kernel.SubmissionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of versions. */
@Repository
class VersionRows implements Versions {

    private final JdbcClient client;
    private final SubmissionRows submissions;
    private final SubmissionWriter writer;
    private final Timeline timeline;
    private final Clock clock;

    VersionRows(
            JdbcClient client, SubmissionRows submissions, SubmissionWriter writer, Timeline timeline, Clock clock) {
        this.client = client;
        this.submissions = submissions;
        this.writer = writer;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Version cut(SubmissionId id, AccountId by) {
        var submission = submissions.lock(id).orElseThrow(() -> new IllegalStateException("No submission " + id));
        var newest = newest(submission.integration());
        if (newest.isPresent() && newest.get().hash().equals(submission.contentHash())) {
            writer.cut(id, newest.get().number());
            return newest.get();
        }
        var version = add(submission, by);
        writer.cut(id, version.number());
        timeline.record(new Timeline.Event(
                id,
                "version-" + version.number(),
                "VERSION_CUT",
                "Version %d was made from the saved pages.".formatted(version.number()),
                by,
                version.number(),
                version.cutAt()));
        return version;
    }

    @Override
    public Optional<Version> find(IntegrationId integration, int number) {
        return client.sql("select * from versions where integration = :integration and number = :number")
                .param("integration", integration.value())
                .param("number", number)
                .query(VersionRows::version)
                .optional();
    }

    @Override
    public List<Version> of(IntegrationId integration) {
        return client.sql("select * from versions where integration = :integration order by number desc")
                .param("integration", integration.value())
                .query(VersionRows::version)
                .list();
    }

    private Optional<Version> newest(IntegrationId integration) {
        return client.sql("select * from versions where integration = :integration order by number desc limit 1")
                .param("integration", integration.value())
                .query(VersionRows::version)
                .optional();
    }

    private Version add(Submission submission, AccountId by) {
        var number = client.sql(
                        "update integrations set last_version = last_version + 1 where id = :id returning last_version")
                .param("id", submission.integration().value())
                .query(Integer.class)
                .single();
        return client.sql("""
                        insert into versions (integration, number, submission, hash, content, cut_by, cut_at)
                        values (:integration, :number, :submission, :hash, :content::jsonb, :by, :at) returning *""")
                .param("integration", submission.integration().value())
                .param("number", number)
                .param("submission", submission.id().value())
                .param("hash", submission.contentHash())
                .param("content", ContentJson.write(submission.content()).text())
                .param("by", by.value())
                .param("at", Timestamp.from(clock.instant()))
                .query(VersionRows::version)
                .single();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                new IntegrationId(row.getObject("integration", UUID.class)),
                row.getInt("number"),
                new SubmissionId(row.getObject("submission", UUID.class)),
                row.getString("hash"),
                ContentJson.read(new Json(row.getString("content"))),
                new AccountId(row.getObject("cut_by", UUID.class)),
                row.getTimestamp("cut_at").toInstant());
    }
}
