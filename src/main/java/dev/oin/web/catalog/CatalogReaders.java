package dev.oin.web.catalog;

import dev.oin.account.Caller;
import dev.oin.account.Callers;
import dev.oin.account.SessionPrincipal;
import dev.oin.web.frame.FrameProperties;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.util.WebUtils;

/** Who reads the catalog, and what may be kept of it: a page with a reader's name in its frame is nobody else's. */
@Component
class CatalogReaders {

    static final CacheControl FRESH = CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final Callers callers;
    private final FrameProperties frame;
    private final PageShelf shelf;
    private final Clock clock;

    CatalogReaders(Callers callers, FrameProperties frame, PageShelf shelf, Clock clock) {
        this.callers = callers;
        this.frame = frame;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** The reader, if signed in. */
    Optional<Caller> caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SessionPrincipal session
                ? callers.find(session.account())
                : Optional.empty();
    }

    /** Says how long the page may be kept; true where the public reader has this state of it already, or was given it as it was drawn before. */
    boolean hasAlready(String state, ServletWebRequest request, HttpServletResponse response, Model model) {
        response.addHeader("Vary", "Cookie");
        if (caller().isPresent()) {
            response.setHeader("Cache-Control", "private, no-cache");
            return false;
        }
        response.setHeader("Cache-Control", Objects.requireNonNull(FRESH.getHeaderValue()));
        // What is kept for all holds no token of one reader's.
        model.addAttribute("shared", true);
        var tag = tag(state, request);
        return request.checkNotModified("\"%s\"".formatted(tag)) || shelf.answers(tag, request.getRequest(), response);
    }

    /** The same state looks different in another theme, zone, on another day and from another build. */
    private String tag(String state, ServletWebRequest request) {
        var look = Objects.hash(
                cookie(request, "oin_theme"),
                cookie(request, "oin_zone"),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                frame.version(),
                request.getRequest().getQueryString());
        return state + "-" + Integer.toHexString(look);
    }

    private static String cookie(ServletWebRequest request, String name) {
        var cookie = WebUtils.getCookie(request.getRequest(), name);
        return cookie == null ? "" : cookie.getValue();
    }
}
