package dev.oin.submission;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.Json;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.SubmissionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of submissions, as it is read. */
@Repository
class SubmissionRows implements Submissions, SubmissionList {

    private static final String NEWEST_FIRST = " order by updated_at desc, id desc limit :limit offset :offset";

    private final JdbcClient client;

    SubmissionRows(JdbcClient client) {
        this.client = client;
    }

    @Override
    public Optional<Submission> find(SubmissionId id) {
        return client.sql("select * from submissions where id = :id")
                .param("id", id.value())
                .query(SubmissionRows::submission)
                .optional();
    }

    @Override
    public Optional<Submission> find(SubmissionId id, OrganizationId owner) {
        return find(id).filter(found -> found.organization().equals(owner));
    }

    @Override
    public Optional<Submission> newest(IntegrationId integration) {
        return client.sql("select * from submissions where integration = :integration order by created_at desc limit 1")
                .param("integration", integration.value())
                .query(SubmissionRows::submission)
                .optional();
    }

    @Override
    public Submission get(SubmissionId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("No submission " + id));
    }

    /** The row, held until the transaction ends. */
    Optional<Submission> lock(SubmissionId id) {
        return client.sql("select * from submissions where id = :id for update")
                .param("id", id.value())
                .query(SubmissionRows::submission)
                .optional();
    }

    @Override
    public List<Submission> of(OrganizationId organization, long offset, int limit) {
        return client.sql("select * from submissions where organization = :organization" + NEWEST_FIRST)
                .param("organization", organization.value())
                .param("offset", offset)
                .param("limit", limit)
                .query(SubmissionRows::submission)
                .list();
    }

    @Override
    public long countOf(OrganizationId organization) {
        return client.sql("select count(*) from submissions where organization = :organization")
                .param("organization", organization.value())
                .query(Long.class)
                .single();
    }

    @Override
    public List<Submission> ofAll(long offset, int limit) {
        return client.sql("select * from submissions" + NEWEST_FIRST)
                .param("offset", offset)
                .param("limit", limit)
                .query(SubmissionRows::submission)
                .list();
    }

    @Override
    public long countOfAll() {
        return client.sql("select count(*) from submissions").query(Long.class).single();
    }

    @Override
    public List<Submission> of(IntegrationId integration) {
        return client.sql("select * from submissions where integration = :integration order by created_at desc")
                .param("integration", integration.value())
                .query(SubmissionRows::submission)
                .list();
    }

    @Override
    public Map<SubmissionId, SubmissionState> statesOf(Set<SubmissionId> submissions) {
        var states = new HashMap<SubmissionId, SubmissionState>();
        if (!submissions.isEmpty()) {
            client.sql("select id, state from submissions where id in (:ids)")
                    .param("ids", submissions.stream().map(SubmissionId::value).toList())
                    .query((ResultSet row) -> {
                        states.put(
                                new SubmissionId(row.getObject("id", UUID.class)),
                                SubmissionState.valueOf(row.getString("state")));
                    });
        }
        return states;
    }

    private static Submission submission(ResultSet row, int number) throws SQLException {
        var submittedBy = row.getObject("submitted_by", UUID.class);
        return new Submission(
                new SubmissionId(row.getObject("id", UUID.class)),
                new IntegrationId(row.getObject("integration", UUID.class)),
                new OrganizationId(row.getObject("organization", UUID.class)),
                SubmissionKind.valueOf(row.getString("kind")),
                SubmissionState.valueOf(row.getString("state")),
                ContentJson.read(new Json(row.getString("content"))),
                row.getString("content_hash"),
                row.getInt("version"),
                row.getObject("submitted_version", Integer.class),
                row.getInt("round"),
                row.getLong("revision"),
                new AccountId(row.getObject("created_by", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                new AccountId(row.getObject("updated_by", UUID.class)),
                row.getTimestamp("updated_at").toInstant(),
                submittedBy == null ? null : new AccountId(submittedBy),
                instant(row.getTimestamp("submitted_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
