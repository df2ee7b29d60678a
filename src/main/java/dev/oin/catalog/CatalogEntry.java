package dev.oin.catalog;

import dev.oin.kernel.IntegrationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An integration that customers can find.
 *
 * @param version how many times it was published
 * @param retiredAt when it was taken out of the catalog; null while it is in
 */
public record CatalogEntry(
        IntegrationId integration,
        String slug,
        int version,
        PublicFacts facts,
        Instant publishedAt,
        @Nullable Instant retiredAt) {

    /** Whether it was taken out of the catalog. */
    public boolean isRetired() {
        return retiredAt != null;
    }
}
