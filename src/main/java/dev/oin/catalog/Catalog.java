package dev.oin.catalog;

import dev.oin.kernel.IntegrationId;
import dev.oin.storage.Blobs;
import dev.oin.submission.Logo;
import dev.oin.submission.Logos;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What customers can find; public, so it knows no caller. What was found is kept until the catalog changes, on whichever node. */
@Component
public class Catalog {

    private static final int FEED = 50;

    private final CatalogRows rows;
    private final CatalogSearchRows searches;
    private final CatalogVersionRows versions;
    private final Logos logos;
    private final KeptFinds kept = new KeptFinds();

    Catalog(CatalogRows rows, CatalogSearchRows searches, CatalogVersionRows versions, Logos logos) {
        this.rows = rows;
        this.searches = searches;
        this.versions = versions;
        this.logos = logos;
    }

    /** Grows with every change of the catalog. */
    public long revision() {
        return searches.revision();
    }

    /** A part of the entries that match, by name, as of the revision. */
    public Found search(CatalogSearch search, int limit, int offset, long revision) {
        return kept.at(
                revision,
                new Asked(search, limit, offset),
                () -> new Found(searches.count(search), searches.find(search, limit, offset)));
    }

    /** What can be filtered by, with the number of entries, as of the revision. */
    public Filters filters(long revision) {
        return kept.at(
                revision,
                "filters",
                () -> new Filters(searches.useCases(), searches.protocols(), searches.functions()));
    }

    /** What changed last, newest first, as of the revision. */
    public List<CatalogEntry> latest(long revision) {
        return kept.at(revision, "latest", () -> searches.latest(FEED));
    }

    /** One integration, retired ones included. */
    public Optional<CatalogEntry> find(String slug) {
        return rows.find(slug);
    }

    /** The integration's page, if it was ever published. */
    public Optional<CatalogEntry> find(IntegrationId integration) {
        return rows.find(integration);
    }

    /** When each version was published, newest first. */
    public List<Release> releases(CatalogEntry entry) {
        return versions.of(entry.integration());
    }

    /** The logo's image. */
    public Optional<Blobs.Blob> logo(CatalogEntry entry) {
        return Optional.ofNullable(entry.facts().logo())
                .flatMap(logo -> logos.find(
                        entry.integration(),
                        new Logo(logo.hash(), logo.mediaType(), logo.width(), logo.height(), logo.bytes())));
    }

    /** A part of what was found, and how much there is in all. */
    public record Found(int total, List<CatalogEntry> entries) {

        public Found {
            entries = List.copyOf(entries);
        }
    }

    /** What can be filtered by, with the number of entries of each. */
    public record Filters(Map<String, Long> useCases, Map<String, Long> protocols, Map<String, Long> functions) {}

    private record Asked(CatalogSearch search, int limit, int offset) {}
}
