package dev.oin.catalog;

import dev.oin.review.CatalogLinks;
import dev.oin.review.ReviewProperties;
import dev.oin.submission.Submission;
import org.springframework.stereotype.Component;

/** Where mails send their readers. */
@Component
class LinksToCatalog implements CatalogLinks {

    private final CatalogRows rows;
    private final ReviewProperties properties;

    LinksToCatalog(CatalogRows rows, ReviewProperties properties) {
        this.rows = rows;
        this.properties = properties;
    }

    @Override
    public String of(Submission submission) {
        var base = properties.publicUrl().toString().replaceAll("/$", "") + "/catalog";
        return rows.find(submission.integration())
                .map(entry -> base + "/" + entry.slug())
                .orElse(base);
    }
}
