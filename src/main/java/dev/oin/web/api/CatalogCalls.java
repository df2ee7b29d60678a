package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.catalog.Catalog;
import dev.oin.catalog.CatalogEntry;
import dev.oin.catalog.CatalogSearch;
import dev.oin.catalog.PublicFacts;
import dev.oin.catalog.Release;
import dev.oin.catalog.RetireIntegration;
import dev.oin.catalog.RollBackIntegration;
import dev.oin.kernel.Protocol;
import dev.oin.web.problems.DeskAnswers;
import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** {@code /catalog}: public, cacheable; retiring and rolling back are a lead's. */
@RestController
@RequestMapping("/api/v1/catalog")
class CatalogCalls {

    private static final int REASON_LIMIT = 1000;

    private static final CacheControl BRIEFLY =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final Catalog catalog;
    private final RetireIntegration retire;
    private final RollBackIntegration rollBack;

    CatalogCalls(Catalog catalog, RetireIntegration retire, RollBackIntegration rollBack) {
        this.catalog = catalog;
        this.retire = retire;
        this.rollBack = rollBack;
    }

    @GetMapping
    ResponseEntity<Object> search(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(name = "use_case", defaultValue = "") String useCase,
            @RequestParam(required = false) @Nullable Protocol protocol,
            @RequestParam(defaultValue = "") String function,
            Paging paging,
            WebRequest request) {
        var revision = catalog.revision();
        var tag = "\"list-%d\"".formatted(revision);
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        var search = new CatalogSearch(query, useCase.strip(), protocol, function.strip());
        var found = catalog.search(search, paging.size(), (int) paging.offset(), revision);
        var entries =
                found.entries().stream().map(entry -> show(entry, List.of())).toList();
        return ResponseEntity.ok()
                .cacheControl(BRIEFLY)
                .eTag(tag)
                .body(new Page<>(entries, paging.page(), paging.size(), found.total()));
    }

    @GetMapping("/{slug}")
    ResponseEntity<Object> read(@PathVariable String slug) {
        return catalog.find(slug)
                .map(this::read)
                .orElseGet(() -> Problems.notFound().answer());
    }

    private ResponseEntity<Object> read(CatalogEntry entry) {
        return entry.isRetired()
                ? gone()
                : ResponseEntity.ok()
                        .cacheControl(BRIEFLY)
                        .eTag("\"%s\"".formatted(entry.stamp()))
                        .body(show(entry, catalog.releases(entry)));
    }

    private static ResponseEntity<Object> gone() {
        return Problems.of(
                        HttpStatus.GONE,
                        "retired",
                        "Retired",
                        "This integration was taken out of the catalog. What is installed keeps working.")
                .answer();
    }

    @GetMapping("/{slug}/logo")
    ResponseEntity<Object> logo(@PathVariable String slug) {
        return catalog.find(slug)
                .filter(entry -> !entry.isRetired())
                .flatMap(entry -> catalog.logo(entry)
                        .<ResponseEntity<Object>>map(logo -> ResponseEntity.ok()
                                .cacheControl(BRIEFLY)
                                .eTag("\"%s\"".formatted(entry.stamp()))
                                .contentType(MediaType.parseMediaType(logo.mediaType()))
                                .body(logo.content())))
                .orElseGet(() -> Problems.notFound().answer());
    }

    @PostMapping("/{slug}/retire")
    ResponseEntity<Object> retire(Caller caller, @PathVariable String slug, @RequestBody Retirement body) {
        var reason = Objects.requireNonNullElse(body.reason(), "");
        if (reason.isBlank() || reason.length() > REASON_LIMIT) {
            var message = "Give the reason in at most %d characters.".formatted(REASON_LIMIT);
            return Problems.unacceptable(message, List.of(new FieldError("reason", "reason.length", message)))
                    .answer();
        }
        return switch (retire.retire(slug, reason, caller)) {
            case RETIRED -> ResponseEntity.noContent().build();
            case RETIRED_BEFORE -> Problems.conflict("It is retired already.").answer();
            case FORBIDDEN ->
                Problems.forbidden("Retiring is a lead's, and never of the own organization's integration.")
                        .answer();
            case UNKNOWN -> Problems.notFound().answer();
        };
    }

    @PostMapping("/{slug}/roll-back")
    ResponseEntity<Object> rollBack(Caller caller, @PathVariable String slug, @RequestBody Taken body) {
        var answer = rollBack.rollBack(
                slug,
                Objects.requireNonNullElse(body.version(), 0),
                Objects.requireNonNullElse(body.reason(), ""),
                caller);
        return DeskAnswers.of(answer, () -> ResponseEntity.noContent().build());
    }

    private static EntryAnswer show(CatalogEntry entry, List<Release> releases) {
        var facts = entry.facts();
        return new EntryAnswer(
                entry.slug(),
                facts.name(),
                facts.name(),
                facts.description(),
                facts.company(),
                facts.companyDomains(),
                facts.protocols(),
                facts.useCases(),
                facts.categories(),
                facts.signOn(),
                facts.provisioning(),
                facts.logout(),
                facts.guides(),
                facts.support(),
                facts.website(),
                facts.logo() == null ? null : "/api/v1/catalog/%s/logo".formatted(entry.slug()),
                facts.proofs(),
                facts.exceptions(),
                entry.version(),
                entry.publishedAt(),
                releases);
    }

    record Retirement(@Nullable String reason) {}

    record Taken(@Nullable Integer version, @Nullable String reason) {}

    record EntryAnswer(
            String slug,
            String name,
            String displayName,
            String description,
            String company,
            List<String> companyDomains,
            Set<Protocol> protocols,
            List<String> useCases,
            List<String> categories,
            List<String> signOn,
            List<String> provisioning,
            @Nullable String logout,
            List<PublicFacts.Guide> guides,
            PublicFacts.Support support,
            @Nullable String website,
            @Nullable String logo,
            List<PublicFacts.Proof> verified,
            List<PublicFacts.KnownException> exceptions,
            int version,
            Instant publishedAt,
            List<Release> versions) {}
}
