package dev.oin.sample.saml;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.saml2.provider.service.authentication.AbstractSaml2AuthenticationRequest;
import org.springframework.security.saml2.provider.service.web.Saml2AuthenticationRequestRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Requests that wait for their answer, each bound to one browser by a cookie of its own: the answer is a cross-site
 * POST, which the Lax session cookie does not take part in.
 */
@Component
class PendingRequests implements Saml2AuthenticationRequestRepository<AbstractSaml2AuthenticationRequest> {

    private static final String COOKIE = "SAMPLESAML";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Map<String, Pending> byCookie = new ConcurrentHashMap<>();
    private final Clock clock;
    private final SecureRandom random;

    private record Pending(AbstractSaml2AuthenticationRequest request, Instant end) {}

    PendingRequests(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public @Nullable AbstractSaml2AuthenticationRequest loadAuthenticationRequest(HttpServletRequest request) {
        return cookie(request)
                .map(byCookie::get)
                .filter(pending -> pending.end().isAfter(clock.instant()))
                .map(Pending::request)
                .orElse(null);
    }

    @Override
    public void saveAuthenticationRequest(
            @Nullable AbstractSaml2AuthenticationRequest pending,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (pending == null) {
            return;
        }
        Instant now = clock.instant();
        byCookie.values().removeIf(old -> old.end().isBefore(now));
        String secret = new BigInteger(160, random).toString(36);
        byCookie.put(secret, new Pending(pending, now.plus(PATIENCE)));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(secret, PATIENCE, request.isSecure()));
    }

    @Override
    public @Nullable AbstractSaml2AuthenticationRequest removeAuthenticationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        AbstractSaml2AuthenticationRequest pending = loadAuthenticationRequest(request);
        cookie(request).ifPresent(secret -> {
            byCookie.remove(secret);
            response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request.isSecure()));
        });
        return pending;
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue);
    }

    private static String cookie(String value, Duration age, boolean secure) {
        return ResponseCookie.from(COOKIE, value)
                .path("/saml")
                .httpOnly(true)
                .secure(secure)
                .sameSite(secure ? "None" : null)
                .maxAge(age)
                .build()
                .toString();
    }
}
