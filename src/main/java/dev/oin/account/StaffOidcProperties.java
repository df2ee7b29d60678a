package dev.oin.account;

import dev.oin.vault.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Staff sign-in at an OpenID provider; off without an issuer.
 *
 * @param issuer the provider's issuer, as its discovery document writes it
 * @param clientId as the provider knows this product
 * @param clientSecret what the provider gave for it
 * @param name the provider's name on the sign-in page
 * @param scopes what is asked for; {@code openid} is among them
 * @param rolesClaim the claim of the ID token that holds groups or roles; dots lead into an object
 * @param roles for each staff role the values of that claim that give it
 * @param sessionLifetime how long a session lasts at most, however busy: then the provider is asked again
 */
@ConfigurationProperties("oin.staff.oidc")
public record StaffOidcProperties(
        @Nullable URI issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") Secret clientSecret,
        @DefaultValue("single sign-on") String name,
        @DefaultValue({"openid", "email", "profile"}) Set<String> scopes,
        @DefaultValue("groups") String rolesClaim,
        @DefaultValue Map<StaffRole, List<String>> roles,
        @DefaultValue("12h") Duration sessionLifetime) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public StaffOidcProperties {
        issuer = issuer == null || issuer.toString().isBlank() ? null : issuer;
        scopes = Set.copyOf(scopes);
        roles = roles.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, row -> List.copyOf(row.getValue())));
        if (issuer != null) {
            require(isProtected(issuer), "oin.staff.oidc.issuer must start with https://, but is " + issuer);
            require(!clientId.isBlank(), "oin.staff.oidc.client-id is missing");
            require(!clientSecret.reveal().isBlank(), "oin.staff.oidc.client-secret is missing");
            require(scopes.contains("openid"), "oin.staff.oidc.scopes must contain openid");
            require(
                    roles.values().stream().anyMatch(values -> !values.isEmpty()),
                    "oin.staff.oidc.roles.* gives nobody a role: name the groups of at least one, as in oin.staff.oidc.roles.analyst=oin-analysts");
        }
    }

    /** Whether there is a provider. */
    public boolean isOn() {
        return issuer != null;
    }

    /** The issuer, where there is a provider. */
    public URI requiredIssuer() {
        if (issuer == null) {
            throw new IllegalStateException("There is no provider");
        }
        return issuer;
    }

    /** The roles that the claim's values give. */
    Set<StaffRole> rolesOf(Set<String> values) {
        var given = EnumSet.noneOf(StaffRole.class);
        roles.forEach((role, names) -> {
            if (names.stream().anyMatch(values::contains)) {
                given.add(role);
            }
        });
        return Set.copyOf(given);
    }

    private static boolean isProtected(URI issuer) {
        return "https".equals(issuer.getScheme())
                || ("http".equals(issuer.getScheme()) && LOOPBACK.contains(String.valueOf(issuer.getHost())));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
