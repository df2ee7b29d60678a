package dev.oin.submission;

import dev.oin.kernel.IntegrationId;
import dev.oin.submission.PublishedVersions.Release;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The version of an integration that customers have. */
@Component
public class LiveVersion {

    private final ObjectProvider<PublishedVersions> published;
    private final Versions versions;

    LiveVersion(ObjectProvider<PublishedVersions> published, Versions versions) {
        this.published = published;
        this.versions = versions;
    }

    /** Where it stands in the catalog; empty where the integration is not there. */
    public Optional<Release> release(IntegrationId integration) {
        return Optional.ofNullable(published.getIfAvailable()).flatMap(catalog -> catalog.current(integration));
    }

    /** Its content; empty where the integration is not in the catalog. */
    public Optional<Version> of(IntegrationId integration) {
        return release(integration)
                .map(release -> versions.find(integration, release.version())
                        .orElseThrow(() -> new IllegalStateException(
                                "Version %d of %s is gone".formatted(release.version(), integration))));
    }
}
