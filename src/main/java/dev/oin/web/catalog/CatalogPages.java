package dev.oin.web.catalog;

import dev.oin.catalog.Catalog;
import dev.oin.catalog.CatalogEntry;
import dev.oin.catalog.CatalogSearch;
import dev.oin.kernel.Protocol;
import dev.oin.web.frame.Crumb;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;

/** The public catalog: no sign-in, no script needed, cacheable for those who are not signed in. */
@Controller
class CatalogPages {

    private static final int SIZE = 24;

    private final Catalog catalog;
    private final CatalogReaders readers;
    private final CatalogViews views;

    CatalogPages(Catalog catalog, CatalogReaders readers, CatalogViews views) {
        this.catalog = catalog;
        this.readers = readers;
        this.views = views;
    }

    @GetMapping("/catalog")
    @Nullable
    String list(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(name = "use_case", defaultValue = "") String useCase,
            @RequestParam(required = false) @Nullable Protocol protocol,
            @RequestParam(defaultValue = "") String function,
            @RequestParam(defaultValue = "1") int page,
            ServletWebRequest request,
            HttpServletResponse response,
            Model model) {
        var revision = catalog.revision();
        if (readers.hasAlready("list-" + revision, request, response, model)) {
            return null;
        }
        var search = new CatalogSearch(query, useCase.strip(), protocol, function.strip());
        int number = Math.clamp(page, 1, Integer.MAX_VALUE / SIZE);
        var found = catalog.search(search, SIZE, (number - 1) * SIZE, revision);
        model.addAttribute("page", views.list(search, query, found, number, SIZE, catalog.filters(revision)));
        return "catalog/list";
    }

    @GetMapping("/catalog/{slug}")
    @Nullable
    String detail(@PathVariable String slug, ServletWebRequest request, HttpServletResponse response, Model model) {
        var entry = catalog.find(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (entry.isRetired()) {
            response.setStatus(HttpStatus.GONE.value());
            model.addAttribute("entry", entry);
            return "catalog/retired";
        }
        if (readers.hasAlready(entry.stamp(), request, response, model)) {
            return null;
        }
        var releases = catalog.releases(entry);
        model.addAttribute("entry", entry);
        model.addAttribute("page", views.detail(entry, releases, readers.caller()));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("Catalog", "/catalog"),
                        new Crumb(entry.facts().name(), null)));
        return "catalog/detail";
    }

    @GetMapping("/catalog/{slug}/logo")
    ResponseEntity<byte[]> logo(@PathVariable String slug, ServletWebRequest request) {
        var entry = catalog.find(slug).filter(found -> !found.isRetired());
        if (entry.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return request.checkNotModified("\"%s\"".formatted(logoTag(entry.get())))
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).build()
                : logo(entry.get());
    }

    private ResponseEntity<byte[]> logo(CatalogEntry entry) {
        return catalog.logo(entry)
                .map(image -> ResponseEntity.ok()
                        .cacheControl(CatalogReaders.FRESH)
                        .eTag("\"%s\"".formatted(logoTag(entry)))
                        .contentType(MediaType.parseMediaType(image.mediaType()))
                        .body(image.content()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static String logoTag(CatalogEntry entry) {
        var logo = entry.facts().logo();
        return logo == null ? "none" : logo.hash();
    }
}
