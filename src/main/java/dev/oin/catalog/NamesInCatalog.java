package dev.oin.catalog;

import dev.oin.kernel.IntegrationId;
import dev.oin.submission.PublishedNames;
import dev.oin.submission.SubmissionMoved;
import dev.oin.submission.SubmissionState;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells earlier stages which names are taken. */
@Component
class NamesInCatalog implements PublishedNames {

    private final CatalogRows rows;
    private final PublicationDateRows dates;

    NamesInCatalog(CatalogRows rows, PublicationDateRows dates) {
        this.rows = rows;
        this.dates = dates;
    }

    @Override
    public Optional<IntegrationId> ownerOf(String displayName) {
        return rows.ownerOf(displayName).or(() -> dates.ownerOf(displayName));
    }

    /** A name that was kept for a day is not kept for what will not be published then. */
    @EventListener
    void on(SubmissionMoved moved) {
        if (moved.state() == SubmissionState.WITHDRAWN || moved.state() == SubmissionState.REJECTED) {
            dates.releaseName(moved.submission());
        }
    }
}
