package dev.oin.web.frame;

import dev.oin.account.Caller;
import dev.oin.account.Callers;
import dev.oin.account.SessionPrincipal;
import dev.oin.mail.CaughtMails;
import dev.oin.review.Notices;
import dev.oin.vault.Vault;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** Puts the frame around every page that is drawn from a template. */
@Component
class FramePages implements HandlerInterceptor {

    private static final Set<String> THEMES = Set.of("system", "light", "dark");

    private final Callers callers;
    private final FrameProperties properties;
    private final Vault vault;
    private final ObjectProvider<CaughtMails> demo;
    private final Notices notices;
    private final Clock clock;

    FramePages(
            Callers callers,
            FrameProperties properties,
            Vault vault,
            ObjectProvider<CaughtMails> demo,
            Notices notices,
            Clock clock) {
        this.callers = callers;
        this.properties = properties;
        this.vault = vault;
        this.demo = demo;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        var view = page == null ? null : page.getViewName();
        if (page != null && view != null && !view.startsWith("redirect:")) {
            page.addObject("frame", frame(request));
            page.getModel().replaceAll((name, value) -> value instanceof ShownOnce once ? once.open(vault) : value);
        }
    }

    private Frame frame(HttpServletRequest request) {
        var caller = caller().orElse(null);
        return new Frame(
                properties.product(),
                properties.version(),
                theme(request),
                "comfortable",
                new Times(zone(request), clock),
                Navigation.landingOf(caller),
                Navigation.of(caller),
                Navigation.searchOf(caller),
                caller == null ? null : new Frame.Viewer(caller.displayName(), caller.email(), RoleWords.of(caller)),
                path(request),
                demo.getIfAvailable() != null,
                caller == null ? 0 : notices.unread(caller));
    }

    private Optional<Caller> caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SessionPrincipal session
                ? callers.find(session.account())
                : Optional.empty();
    }

    private static String theme(HttpServletRequest request) {
        var chosen = cookie(request, Preferences.THEME);
        return chosen != null && THEMES.contains(chosen) ? chosen : "system";
    }

    private static ZoneId zone(HttpServletRequest request) {
        var named = cookie(request, "oin_zone");
        try {
            return named == null ? ZoneOffset.UTC : ZoneId.of(URLDecoder.decode(named, StandardCharsets.UTF_8));
        } catch (DateTimeException | IllegalArgumentException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static String path(HttpServletRequest request) {
        var failed = request.getAttribute("jakarta.servlet.error.request_uri");
        var path = failed instanceof String uri ? uri : request.getRequestURI();
        return path.substring(request.getContextPath().length());
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? null : cookie.getValue();
    }
}
