package dev.oin.catalog;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.SubmissionId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every version that ever was public. */
@Repository
class CatalogVersionRows {

    private final JdbcClient client;

    CatalogVersionRows(JdbcClient client) {
        this.client = client;
    }

    boolean isPublished(SubmissionId submission, int version) {
        return client.sql(
                        "select exists (select 1 from catalog_versions where submission = :submission and submission_version = :version)")
                .param("submission", submission.value())
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /** The entry's versions, newest first. */
    List<Release> of(IntegrationId integration) {
        return client.sql(
                        "select version, published_at, rolled_back_at from catalog_versions where integration = :integration order by version desc")
                .param("integration", integration.value())
                .query((row, number) -> new Release(
                        row.getInt("version"),
                        row.getTimestamp("published_at").toInstant(),
                        instant(row.getTimestamp("rolled_back_at"))))
                .list();
    }

    /** The version that customers had before the current one. */
    Optional<Archived> before(CatalogEntry entry) {
        return client.sql("""
                        select version, snapshot from catalog_versions
                        where integration = :integration and version < :version and rolled_back_at is null
                        order by version desc limit 1""")
                .param("integration", entry.integration().value())
                .param("version", entry.version())
                .query((row, number) -> new Archived(row.getInt("version"), FactsJson.read(row.getString("snapshot"))))
                .optional();
    }

    SubmissionId submissionOf(CatalogEntry entry) {
        return new SubmissionId(client.sql(
                        "select submission from catalog_versions where integration = :integration and version = :version")
                .param("integration", entry.integration().value())
                .param("version", entry.version())
                .query(UUID.class)
                .single());
    }

    void rollBack(CatalogEntry entry, String reason, AccountId by, Instant at) {
        client.sql(
                        "update catalog_versions set rolled_back_at = :at, rolled_back_by = :by, rolled_back_reason = :reason"
                                + " where integration = :integration and version = :version")
                .param("integration", entry.integration().value())
                .param("version", entry.version())
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .param("reason", reason)
                .update();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** A version of the past, as it was shown. */
    record Archived(int version, PublicFacts facts) {}
}
