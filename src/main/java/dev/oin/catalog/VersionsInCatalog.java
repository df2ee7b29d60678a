package dev.oin.catalog;

import dev.oin.kernel.IntegrationId;
import dev.oin.submission.PublishedVersions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells earlier stages what customers have. */
@Component
class VersionsInCatalog implements PublishedVersions {

    private final CatalogRows rows;

    VersionsInCatalog(CatalogRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Release> current(IntegrationId integration) {
        return rows.live(integration);
    }
}
