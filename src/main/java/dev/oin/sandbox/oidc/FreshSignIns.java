package dev.oin.sandbox.oidc;

import dev.oin.sandbox.RandomTexts;
import dev.oin.sandbox.login.SandboxPrincipal;
import dev.oin.sandbox.login.SandboxViews;
import dev.oin.sandbox.login.Visitor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks for the password again where the app wants that ({@code prompt=login}, {@code max_age}; OpenID Connect Core 3.1.2.1), and turns a request by POST into one by
 * GET, because the cookie does not come along with a POST from another site.
 */
final class FreshSignIns extends OncePerRequestFilter {

    private static final String ASKED = "asked_again:";

    private final Clock clock;

    FreshSignIns(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().endsWith("/oauth2/authorize");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if ("POST".equals(request.getMethod())) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getRequestURL() + "?" + query(request));
        } else if (isStale(request)) {
            SandboxViews.askToSignIn(request, response);
        } else {
            if (isTooOldUnasked(request)) {
                SecurityContextHolder.clearContext();
            }
            chain.doFilter(request, response);
        }
    }

    /** Where nobody may be asked, a session that is too old counts as none: the app gets {@code login_required}. */
    private boolean isTooOldUnasked(HttpServletRequest request) {
        return prompts(request).contains("none")
                && Visitor.principal()
                        .filter(person -> isTooOld(request, person))
                        .isPresent();
    }

    private static List<String> prompts(HttpServletRequest request) {
        return List.of(parameter(request, "prompt").split(" "));
    }

    private boolean isStale(HttpServletRequest request) {
        var principal = Visitor.principal();
        var prompts = prompts(request);
        if (prompts.contains("none")) {
            return false;
        }
        return (prompts.contains("login") && !wasAskedFor(request, principal.orElse(null)))
                || principal.filter(person -> isTooOld(request, person)).isPresent();
    }

    /** The password must be newer than the first arrival of this very request. */
    private boolean wasAskedFor(HttpServletRequest request, @Nullable SandboxPrincipal principal) {
        var name = ASKED + RandomTexts.hash(String.valueOf(request.getQueryString()));
        var session = request.getSession();
        if (session.getAttribute(name) instanceof Instant asked) {
            if (principal != null && principal.authenticatedAt().isAfter(asked)) {
                session.removeAttribute(name);
                return true;
            }
            return false;
        }
        session.setAttribute(name, clock.instant());
        return false;
    }

    private boolean isTooOld(HttpServletRequest request, SandboxPrincipal principal) {
        var most = parameter(request, "max_age");
        return most.matches("\\d{1,9}")
                && principal
                        .authenticatedAt()
                        .plusSeconds(Math.max(1, Long.parseLong(most)))
                        .isBefore(clock.instant());
    }

    private static String parameter(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static String query(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .flatMap(entry ->
                        Arrays.stream(entry.getValue()).map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
