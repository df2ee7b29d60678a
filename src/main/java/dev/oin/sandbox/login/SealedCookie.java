package dev.oin.sandbox.login;

import dev.oin.account.Organization;
import dev.oin.account.Organizations;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.vault.Sealed;
import dev.oin.vault.Secret;
import dev.oin.vault.SecretOwner;
import dev.oin.vault.Vault;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * One cookie per organisation, on its own path, with the session's id sealed for that organisation: no row of the database is a usable cookie, and no cookie is good in
 * another sandbox.
 */
final class SealedCookie implements HttpSessionIdResolver {

    static final String NAME = "oin_sandbox";

    private final Vault vault;
    private final Organizations organizations;

    SealedCookie(Vault vault, Organizations organizations) {
        this.vault = vault;
        this.organizations = organizations;
    }

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        var cookies = request.getCookies();
        var organization = organization(request);
        if (cookies == null || organization.isEmpty()) {
            return List.of();
        }
        return Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .flatMap(value -> opened(value, organization.get()).stream())
                .toList();
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String sessionId) {
        organization(request).ifPresent(organization -> {
            var sealed = vault.seal(new Secret(sessionId), owner(organization)).text();
            write(request, response, organization, urlSafe(sealed), Duration.ofSeconds(-1));
        });
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        organization(request).ifPresent(organization -> write(request, response, organization, "", Duration.ZERO));
    }

    private static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            Organization organization,
            String value,
            Duration maxAge) {
        var cookie = ResponseCookie.from(NAME, value)
                .path(request.getContextPath() + SandboxAddresses.path(organization))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(maxAge)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private Optional<String> opened(String value, Organization organization) {
        try {
            var sealed = new Sealed(value.replace('-', '+').replace('_', '/'));
            return Optional.of(vault.open(sealed, owner(organization)).reveal());
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    private Optional<Organization> organization(HttpServletRequest request) {
        return SandboxPaths.organization(request, organizations);
    }

    private static SecretOwner owner(Organization organization) {
        return new SecretOwner("sandbox_session", organization.id(), "id");
    }

    private static String urlSafe(String base64) {
        return base64.replace('+', '-').replace('/', '_').replace("=", "");
    }
}
