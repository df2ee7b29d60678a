package dev.oin.web.catalog;

import dev.oin.account.Caller;
import dev.oin.catalog.Catalog;
import dev.oin.catalog.CatalogEntry;
import dev.oin.catalog.CatalogSearch;
import dev.oin.catalog.PublicFacts;
import dev.oin.catalog.Release;
import dev.oin.kernel.Protocol;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Draws up the catalog's pages. */
@Component
class CatalogViews {

    private final Clock clock;

    CatalogViews(Clock clock) {
        this.clock = clock;
    }

    /**
     * The list.
     *
     * @param query the words as they were typed
     */
    record ListView(
            String query,
            CatalogSearch search,
            List<Option> useCases,
            List<Option> protocols,
            List<Option> functions,
            List<Dropped> filters,
            int total,
            List<CatalogEntry> entries,
            int number,
            @Nullable String previous,
            @Nullable String next) {}

    /** A choice of a filter, with how many entries it has. */
    record Option(String value, String label, boolean chosen) {}

    /** A filter in use, and the address without it. */
    record Dropped(String name, String without) {}

    /**
     * An entry's page.
     *
     * @param exceptions those that still stand
     * @param decidable whether the reader may retire it or roll it back
     * @param earlier what a roll back would show; null where there is nothing before
     */
    record DetailView(
            List<Release> releases,
            List<PublicFacts.KnownException> exceptions,
            boolean decidable,
            @Nullable Release earlier) {}

    ListView list(
            CatalogSearch search, String query, Catalog.Found found, int number, int size, Catalog.Filters filters) {
        return new ListView(
                query,
                search,
                options(filters.useCases(), search.useCase()),
                protocols(filters.protocols(), search.protocol()),
                options(filters.functions(), search.function()),
                dropped(search, query),
                found.total(),
                found.entries(),
                number,
                number > 1 ? path(search, query, Math.min(number - 1, last(found, size))) : null,
                number * (long) size < found.total() ? path(search, query, number + 1) : null);
    }

    private static int last(Catalog.Found found, int size) {
        return Math.max(1, (found.total() + size - 1) / size);
    }

    private static List<Option> options(Map<String, Long> counts, String chosen) {
        return counts.entrySet().stream()
                .map(count -> new Option(
                        count.getKey(),
                        "%s (%d)".formatted(count.getKey(), count.getValue()),
                        count.getKey().equals(chosen)))
                .toList();
    }

    private static List<Option> protocols(Map<String, Long> counts, @Nullable Protocol chosen) {
        return counts.entrySet().stream()
                .map(count -> new Option(
                        count.getKey(),
                        "%s (%d)".formatted(Protocol.valueOf(count.getKey()).label(), count.getValue()),
                        chosen != null && chosen.name().equals(count.getKey())))
                .toList();
    }

    private static List<Dropped> dropped(CatalogSearch search, String query) {
        var filters = new ArrayList<Dropped>();
        var protocol = search.protocol();
        if (!search.words().isEmpty()) {
            filters.add(new Dropped(
                    "\"%s\"".formatted(query),
                    path(new CatalogSearch("", search.useCase(), protocol, search.function()), "", 1)));
        }
        if (!search.useCase().isEmpty()) {
            filters.add(new Dropped(
                    search.useCase(),
                    path(new CatalogSearch(search.words(), "", protocol, search.function()), query, 1)));
        }
        if (protocol != null) {
            filters.add(new Dropped(
                    protocol.label(),
                    path(new CatalogSearch(search.words(), search.useCase(), null, search.function()), query, 1)));
        }
        if (!search.function().isEmpty()) {
            filters.add(new Dropped(
                    search.function(),
                    path(new CatalogSearch(search.words(), search.useCase(), protocol, ""), query, 1)));
        }
        return List.copyOf(filters);
    }

    private static String path(CatalogSearch search, String query, int page) {
        var path = UriComponentsBuilder.fromPath("/catalog");
        var protocol = search.protocol();
        if (!query.isEmpty()) {
            path.queryParam("query", "{query}");
        }
        if (!search.useCase().isEmpty()) {
            path.queryParam("use_case", "{useCase}");
        }
        if (protocol != null) {
            path.queryParam("protocol", protocol.name());
        }
        if (!search.function().isEmpty()) {
            path.queryParam("function", "{function}");
        }
        if (page > 1) {
            path.queryParam("page", page);
        }
        return path.encode()
                .buildAndExpand(Map.of("query", query, "useCase", search.useCase(), "function", search.function()))
                .toUriString();
    }

    DetailView detail(CatalogEntry entry, List<Release> releases, Optional<Caller> reader) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new DetailView(
                releases,
                entry.facts().exceptions().stream()
                        .filter(exception -> !exception.until().isBefore(today))
                        .toList(),
                reader.filter(Caller::isLead)
                        .filter(lead -> !lead.belongsTo(entry.organization()))
                        .isPresent(),
                releases.stream()
                        .filter(release -> release.version() < entry.version() && !release.isRolledBack())
                        .findFirst()
                        .orElse(null));
    }
}
