package dev.oin.web.catalog;

import dev.oin.catalog.Catalog;
import dev.oin.catalog.CatalogEntry;
import dev.oin.kernel.Protocol;
import dev.oin.web.frame.Crumb;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/** The public catalog: no sign-in, no script needed, cacheable for those who are not signed in. */
@Controller
class CatalogPages {

    private static final int SIZE = 24;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Catalog catalog;

    CatalogPages(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping("/catalog")
    String list(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(name = "use_case", defaultValue = "") String useCase,
            @RequestParam(required = false) @Nullable Protocol protocol,
            @RequestParam(defaultValue = "1") int page,
            HttpServletResponse response,
            Model model) {
        var found = catalog.search(new Catalog.Search(query, useCase, protocol));
        int number = Math.max(1, Math.min(page, (found.size() + SIZE - 1) / SIZE));
        int from = Math.min((number - 1) * SIZE, found.size());
        model.addAttribute("entries", found.subList(from, Math.min(from + SIZE, found.size())));
        model.addAttribute("total", found.size());
        model.addAttribute("number", number);
        model.addAttribute("hasNext", from + SIZE < found.size());
        model.addAttribute("query", query);
        model.addAttribute("useCase", useCase);
        model.addAttribute("protocol", protocol);
        model.addAttribute("useCases", catalog.countsByUseCase());
        model.addAttribute(
                "protocols", List.of(Protocol.OIDC, Protocol.SAML, Protocol.SCIM, Protocol.UNIVERSAL_LOGOUT));
        response.setHeader("Cache-Control", caching());
        response.addHeader("Vary", "Cookie");
        return "catalog/list";
    }

    @GetMapping("/catalog/{slug}")
    @Nullable
    String detail(@PathVariable String slug, WebRequest request, HttpServletResponse response, Model model) {
        var entry = catalog.find(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.addHeader("Vary", "Cookie");
        response.setHeader("Cache-Control", caching());
        if (entry.isRetired()) {
            response.setStatus(HttpStatus.GONE.value());
            model.addAttribute("entry", entry);
            return "catalog/retired";
        }
        if (isPublicReader() && request.checkNotModified("\"%s-%d\"".formatted(entry.slug(), entry.version()))) {
            return null;
        }
        model.addAttribute("entry", entry);
        model.addAttribute("releases", catalog.releases(entry));
        model.addAttribute(
                "crumbs", Crumb.trail("Catalog", "/catalog", entry.facts().name()));
        return "catalog/detail";
    }

    @GetMapping("/catalog/{slug}/logo")
    ResponseEntity<byte[]> logo(@PathVariable String slug) {
        return catalog.find(slug)
                .filter(entry -> !entry.isRetired())
                .flatMap(this::logo)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<ResponseEntity<byte[]>> logo(CatalogEntry entry) {
        return catalog.logo(entry)
                .map(image -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                        .eTag("\"%s-%d\"".formatted(entry.slug(), entry.version()))
                        .contentType(MediaType.parseMediaType(image.mediaType()))
                        .body(image.content()));
    }

    /** A page with a reader's name in its frame is nobody else's. */
    private static String caching() {
        return isPublicReader()
                ? Objects.requireNonNull(
                        CacheControl.maxAge(FRESH).cachePublic().getHeaderValue())
                : "private, no-cache";
    }

    private static boolean isPublicReader() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken;
    }
}
