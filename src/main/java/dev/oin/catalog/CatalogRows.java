package dev.oin.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.PublishedVersions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the catalog. */
@Repository
class CatalogRows {

    private final JdbcClient client;
    private final JsonMapper json = JsonMapper.builder().findAndAddModules().build();

    CatalogRows(JdbcClient client) {
        this.client = client;
    }

    Optional<CatalogEntry> find(String slug) {
        return client.sql("select * from catalog_entries where slug = :slug")
                .param("slug", slug)
                .query((row, number) -> entry(row))
                .optional();
    }

    Optional<CatalogEntry> find(IntegrationId integration) {
        return client.sql("select * from catalog_entries where integration = :integration")
                .param("integration", integration.value())
                .query((row, number) -> entry(row))
                .optional();
    }

    /** All that is in the catalog, by name. */
    List<CatalogEntry> current() {
        return client.sql("select * from catalog_entries where retired_at is null order by lower(name)")
                .query((row, number) -> entry(row))
                .list();
    }

    Optional<IntegrationId> ownerOf(String name) {
        return client.sql(
                        "select integration from catalog_entries where lower(name) = lower(:name) and retired_at is null")
                .param("name", name.strip())
                .query(UUID.class)
                .optional()
                .map(IntegrationId::new);
    }

    boolean isPublished(SubmissionId submission, int version) {
        return client.sql(
                        "select exists (select 1 from catalog_versions where submission = :submission and submission_version = :version)")
                .param("submission", submission.value())
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    List<Published> versions(IntegrationId integration) {
        return client.sql(
                        "select version, published_at from catalog_versions where integration = :integration order by version desc")
                .param("integration", integration.value())
                .query((row, number) -> new Published(
                        row.getInt("version"), row.getTimestamp("published_at").toInstant()))
                .list();
    }

    /** Makes the version the current one; its number is the next. */
    int publish(NewVersion added) {
        var snapshot = write(added.facts());
        int version = client.sql("""
                        insert into catalog_entries (integration, organization, slug, name, version, snapshot, published_at)
                        values (:integration, :organization, :slug, :name, 1, :snapshot::jsonb, :at)
                        on conflict (integration) do update
                        set name = excluded.name, version = catalog_entries.version + 1, snapshot = excluded.snapshot,
                            published_at = excluded.published_at, retired_at = null, retired_by = null, retire_reason = null
                        returning version""")
                .param("integration", added.integration().value())
                .param("organization", added.organization().value())
                .param("slug", added.slug())
                .param("name", added.facts().name())
                .param("snapshot", snapshot)
                .param("at", Timestamp.from(added.at()))
                .query(Integer.class)
                .single();
        client.sql(
                        "insert into catalog_versions (integration, version, submission, submission_version, snapshot, published_at)"
                                + " values (:integration, :version, :submission, :submissionVersion, :snapshot::jsonb, :at)")
                .param("integration", added.integration().value())
                .param("version", version)
                .param("submission", added.submission().value())
                .param("submissionVersion", added.submissionVersion())
                .param("snapshot", snapshot)
                .param("at", Timestamp.from(added.at()))
                .update();
        return version;
    }

    /** Takes it out of the catalog; false where it is out already. */
    boolean retire(String slug, String reason, AccountId by, Instant at) {
        return client.sql("update catalog_entries set retired_at = :at, retired_by = :by, retire_reason = :reason"
                                + " where slug = :slug and retired_at is null")
                        .param("slug", slug)
                        .param("reason", reason)
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<PublishedVersions.Release> live(IntegrationId integration) {
        return client.sql("""
                        select v.submission, v.submission_version, v.version, v.published_at
                        from catalog_entries e join catalog_versions v on v.integration = e.integration and v.version = e.version
                        where e.integration = :integration and e.retired_at is null""")
                .param("integration", integration.value())
                .query((row, number) -> new PublishedVersions.Release(
                        new SubmissionId(row.getObject("submission", UUID.class)),
                        row.getInt("submission_version"),
                        row.getInt("version"),
                        row.getTimestamp("published_at").toInstant()))
                .optional();
    }

    Optional<SubmissionId> latestSubmission(IntegrationId integration) {
        return client.sql(
                        "select submission from catalog_versions where integration = :integration order by version desc limit 1")
                .param("integration", integration.value())
                .query(UUID.class)
                .optional()
                .map(SubmissionId::new);
    }

    /** One version of the past. */
    record Published(int version, Instant at) {}

    /** A version on its way into the catalog. */
    record NewVersion(
            IntegrationId integration,
            OrganizationId organization,
            SubmissionId submission,
            int submissionVersion,
            String slug,
            PublicFacts facts,
            Instant at) {}

    private CatalogEntry entry(ResultSet row) throws SQLException {
        var retiredAt = row.getTimestamp("retired_at");
        return new CatalogEntry(
                new IntegrationId(row.getObject("integration", UUID.class)),
                row.getString("slug"),
                row.getInt("version"),
                read(row.getString("snapshot")),
                row.getTimestamp("published_at").toInstant(),
                retiredAt == null ? null : retiredAt.toInstant());
    }

    private String write(PublicFacts facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Unwritable facts of " + facts.name(), impossible);
        }
    }

    private PublicFacts read(String snapshot) {
        try {
            return json.readValue(snapshot, PublicFacts.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Unreadable snapshot", damaged);
        }
    }
}
