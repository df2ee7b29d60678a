package dev.oin.web.api;

import dev.oin.account.ApiTokens;
import dev.oin.account.TokenScope;
import dev.oin.web.problems.ProblemWriter;
import dev.oin.web.problems.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who calls the API by the token in {@code Authorization}; cookies count for nothing here. */
class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ApiTokens tokens;
    private final RateLimit limit;
    private final ProblemWriter problems;

    BearerTokens(ApiTokens tokens, RateLimit limit, ProblemWriter problems) {
        this.tokens = tokens;
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var text = token(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (text == null) {
            chain.doFilter(request, response);
            return;
        }
        var bearer = tokens.resolve(text);
        if (bearer.isEmpty()) {
            problems.write(Problems.unauthorized(), request, response);
            return;
        }
        var wait = limit.take(bearer.get().token());
        if (wait.isPresent()) {
            problems.write(Problems.tooMany("This token was used too often.", wait.get()), request, response);
        } else if (bearer.get().scope() == TokenScope.READ && !READING.contains(request.getMethod())) {
            problems.write(Problems.forbidden("This token may only read."), request, response);
        } else {
            authenticate(bearer.get());
            chain.doFilter(request, response);
        }
    }

    private static void authenticate(ApiTokens.Bearer bearer) {
        var authorities = bearer.caller().isStaff()
                ? List.of(new SimpleGrantedAuthority("ROLE_STAFF"))
                : List.of(new SimpleGrantedAuthority("ROLE_MEMBER"));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(bearer, null, authorities));
        SecurityContextHolder.setContext(context);
    }

    private static @Nullable String token(@Nullable String header) {
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return null;
        }
        return header.substring(SCHEME.length()).strip();
    }
}
