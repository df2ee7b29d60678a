package dev.oin.catalog;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.PublishedVersions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is public now: one row per integration. */
@Repository
class CatalogRows {

    private final JdbcClient client;

    CatalogRows(JdbcClient client) {
        this.client = client;
    }

    Optional<CatalogEntry> find(String slug) {
        return client.sql("select * from catalog_entries where slug = :slug")
                .param("slug", slug)
                .query(CatalogRows::entry)
                .optional();
    }

    /** The entry, until the transaction's end nobody else's to change. */
    Optional<CatalogEntry> lock(String slug) {
        return client.sql("select * from catalog_entries where slug = :slug for update")
                .param("slug", slug)
                .query(CatalogRows::entry)
                .optional();
    }

    Optional<CatalogEntry> find(IntegrationId integration) {
        return client.sql("select * from catalog_entries where integration = :integration")
                .param("integration", integration.value())
                .query(CatalogRows::entry)
                .optional();
    }

    Optional<IntegrationId> ownerOf(String name) {
        return client.sql(
                        "select integration from catalog_entries where lower(name) = lower(:name) and retired_at is null")
                .param("name", name.strip())
                .query(UUID.class)
                .optional()
                .map(IntegrationId::new);
    }

    /** Makes the version the current one; its number is the next that was never given. */
    int publish(NewVersion added) {
        var snapshot = FactsJson.write(added.facts());
        client.sql("""
                        insert into catalog_entries (integration, organization, slug, name, version, snapshot, published_at, changed_at)
                        values (:integration, :organization, :slug, :name, 0, :snapshot::jsonb, :at, :at)
                        on conflict (integration) do nothing""")
                .param("integration", added.integration().value())
                .param("organization", added.organization().value())
                .param("slug", added.slug())
                .param("name", added.facts().name())
                .param("snapshot", snapshot)
                .param("at", Timestamp.from(added.at()))
                .update();
        int version = client.sql("""
                        insert into catalog_versions (integration, version, submission, submission_version, snapshot, published_at)
                        select :integration, coalesce(max(version), 0) + 1, :submission, :submissionVersion, :snapshot::jsonb, :at
                        from catalog_versions where integration = :integration
                        returning version""")
                .param("integration", added.integration().value())
                .param("submission", added.submission().value())
                .param("submissionVersion", added.submissionVersion())
                .param("snapshot", snapshot)
                .param("at", Timestamp.from(added.at()))
                .query(Integer.class)
                .single();
        show(added.integration(), version, added.facts(), added.at());
        return version;
    }

    /** Shows the facts as the version, in and again in the catalog. */
    void show(IntegrationId integration, int version, PublicFacts facts, Instant now) {
        client.sql("""
                        update catalog_entries e
                        set name = :name, version = :version, snapshot = :snapshot::jsonb, protocols = :protocols, use_cases = :useCases,
                            functions = :functions, words = to_tsvector('simple', :words), changed_at = :now,
                            published_at = v.published_at, retired_at = null, retired_by = null, retire_reason = null
                        from catalog_versions v
                        where e.integration = :integration and v.integration = e.integration and v.version = :version""")
                .param("integration", integration.value())
                .param("version", version)
                .param("name", facts.name())
                .param("snapshot", FactsJson.write(facts))
                .param(
                        "protocols",
                        facts.protocols().stream().map(Protocol::name).toArray(String[]::new))
                .param("useCases", array(facts.useCases()))
                .param("functions", array(facts.functions()))
                .param("words", "%s %s %s".formatted(facts.name(), facts.company(), facts.description()))
                .param("now", Timestamp.from(now))
                .update();
        changed();
    }

    /** Takes it out of the catalog; false where it is out already. */
    boolean retire(String slug, String reason, AccountId by, Instant at) {
        var retired = client.sql(
                                "update catalog_entries set retired_at = :at, retired_by = :by, retire_reason = :reason, changed_at = :at"
                                        + " where slug = :slug and retired_at is null")
                        .param("slug", slug)
                        .param("reason", reason)
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
        if (retired) {
            changed();
        }
        return retired;
    }

    private void changed() {
        client.sql("insert into catalog_revision (revision) values (1)"
                        + " on conflict (only_row) do update set revision = catalog_revision.revision + 1")
                .update();
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

    /** A version on its way into the catalog. */
    record NewVersion(
            IntegrationId integration,
            OrganizationId organization,
            SubmissionId submission,
            int submissionVersion,
            String slug,
            PublicFacts facts,
            Instant at) {}

    static CatalogEntry entry(ResultSet row, int number) throws SQLException {
        var retiredAt = row.getTimestamp("retired_at");
        return new CatalogEntry(
                new IntegrationId(row.getObject("integration", UUID.class)),
                new OrganizationId(row.getObject("organization", UUID.class)),
                row.getString("slug"),
                row.getInt("version"),
                FactsJson.read(row.getString("snapshot")),
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                retiredAt == null ? null : retiredAt.toInstant());
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
