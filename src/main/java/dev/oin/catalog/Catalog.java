package dev.oin.catalog;

import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.Protocol;
import dev.oin.storage.Blobs;
import dev.oin.submission.Logo;
import dev.oin.submission.Logos;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers can find; public, so it knows no caller. */
@Component
public class Catalog {

    private final CatalogRows rows;
    private final Logos logos;

    Catalog(CatalogRows rows, Logos logos) {
        this.rows = rows;
        this.logos = logos;
    }

    /** The integrations that match, by name. */
    public List<CatalogEntry> search(Search search) {
        return rows.current().stream().filter(search::matches).toList();
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
        return rows.versions(entry.integration()).stream()
                .map(published -> new Release(published.version(), published.at()))
                .toList();
    }

    /** The logo's image. */
    public Optional<Blobs.Blob> logo(CatalogEntry entry) {
        return Optional.ofNullable(entry.facts().logo())
                .flatMap(logo -> logos.find(
                        entry.integration(),
                        new Logo(logo.hash(), logo.mediaType(), logo.width(), logo.height(), logo.bytes())));
    }

    /** How many integrations there are by use case. */
    public Map<String, Long> countsByUseCase() {
        return rows.current().stream()
                .flatMap(entry -> entry.facts().useCases().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** A published version. */
    public record Release(int version, Instant publishedAt) {}

    /** What is looked for; null leaves a criterion out. */
    public record Search(
            @Nullable String query,
            @Nullable String useCase,
            @Nullable Protocol protocol) {

        boolean matches(CatalogEntry entry) {
            var facts = entry.facts();
            return (query == null
                            || query.isBlank()
                            || mentions(facts, query.strip().toLowerCase(Locale.ROOT)))
                    && (useCase == null || useCase.isBlank() || facts.useCases().contains(useCase))
                    && (protocol == null || facts.protocols().contains(protocol));
        }

        private static boolean mentions(PublicFacts facts, String words) {
            return (facts.name() + "\n" + facts.company() + "\n" + facts.description())
                    .toLowerCase(Locale.ROOT)
                    .contains(words);
        }
    }
}
