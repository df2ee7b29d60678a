package dev.oin.catalog;

import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An integration that customers can find.
 *
 * @param version the number of the version that is shown
 * @param publishedAt when that version was published
 * @param changedAt when anything about the entry changed last
 * @param retiredAt when it was taken out of the catalog; null while it is in
 */
public record CatalogEntry(
        IntegrationId integration,
        OrganizationId organization,
        String slug,
        int version,
        PublicFacts facts,
        Instant publishedAt,
        Instant changedAt,
        @Nullable Instant retiredAt) {

    /** Whether it was taken out of the catalog. */
    public boolean isRetired() {
        return retiredAt != null;
    }

    /** Names this state of the entry; another state has another one. */
    public String stamp() {
        return "%s-%d-%d".formatted(slug, version, changedAt.toEpochMilli());
    }
}
