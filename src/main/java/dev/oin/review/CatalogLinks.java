package dev.oin.review;

import dev.oin.submission.Submission;

/** Where a published integration is shown; implemented by the catalog. */
public interface CatalogLinks {

    /** The full address of the integration's page, or of the catalog where it has none yet. */
    String of(Submission submission);
}
