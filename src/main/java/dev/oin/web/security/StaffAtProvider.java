package dev.oin.web.security;

import dev.oin.account.SessionPrincipal;
import dev.oin.account.StaffIdentity;
import dev.oin.account.StaffOidcProperties;
import dev.oin.account.StaffSingleSignOn;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Has the provider's answer checked, and asks the account module who of the team that is. */
class StaffAtProvider implements AuthenticationManager {

    private final AuthenticationProvider checks;
    private final StaffSingleSignOn signOn;
    private final StaffOidcProperties properties;
    private final ProviderSessions sessions;

    StaffAtProvider(
            AuthenticationProvider checks,
            StaffSingleSignOn signOn,
            StaffOidcProperties properties,
            ProviderSessions sessions) {
        this.checks = checks;
        this.signOn = signOn;
        this.properties = properties;
        this.sessions = sessions;
    }

    @Override
    public Authentication authenticate(Authentication answer) {
        var checked = checks.authenticate(answer);
        if (checked == null || !(checked.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("The provider's answer was not for OpenID: " + answer);
        }
        return switch (signOn.signIn(identity(user))) {
            case StaffSingleSignOn.Outcome.SignedIn(var account) -> {
                var session = UsernamePasswordAuthenticationToken.authenticated(
                        SessionPrincipal.of(account), null, List.of());
                session.setDetails(sessions.of(user.getIdToken()));
                yield session;
            }
            case StaffSingleSignOn.Outcome.Refused(var reason) -> throw new StaffRefused(reason);
        };
    }

    private StaffIdentity identity(OidcUser user) {
        var isUnverified = Boolean.FALSE.equals(user.getEmailVerified());
        return new StaffIdentity(
                user.getIdToken().getIssuer().toString(),
                user.getSubject(),
                user.getEmail() == null || isUnverified ? "" : user.getEmail(),
                user.getFullName() == null ? "" : user.getFullName(),
                values(claim(user.getClaims(), properties.rolesClaim())));
    }

    /** By its whole name, which may hold dots, or else along them. */
    private static @Nullable Object claim(Map<?, ?> claims, String name) {
        var whole = claims.get(name);
        var dot = name.indexOf('.');
        return whole == null && dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? claim(inner, name.substring(dot + 1))
                : whole;
    }

    private static Set<String> values(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .collect(Collectors.toUnmodifiableSet());
        }
        return claim instanceof String one ? Set.of(one) : Set.of();
    }
}
