package dev.oin.web.security;

import dev.oin.account.StaffOidcProperties;
import dev.oin.kernel.AccountId;
import dev.oin.vault.Sealed;
import dev.oin.vault.Secret;
import dev.oin.vault.SecretOwner;
import dev.oin.vault.Vault;
import java.io.Serializable;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;

/** Remembers, sealed, the token that a session began with: the provider wants it back at sign-out. */
@Component
class ProviderSessions {

    private static final SecretOwner OWNER = new SecretOwner("web_session", new AccountId(new UUID(0, 0)), "id_token");

    private final Vault vault;
    private final StaffProvider provider;
    private final StaffOidcProperties properties;
    private final Clock clock;

    ProviderSessions(Vault vault, StaffProvider provider, StaffOidcProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.vault = vault;
        this.provider = provider;
    }

    /** What the session keeps: the token, and when the provider is to be asked again. */
    record Begun(String sealed, Instant until) implements Serializable {}

    Begun of(OidcIdToken token) {
        return new Begun(
                vault.seal(new Secret(token.getTokenValue()), OWNER).text(),
                clock.instant().plus(properties.sessionLifetime()));
    }

    /** Whether the session began at the provider, and long enough ago for it to be asked again. */
    boolean isOver(@Nullable Authentication session) {
        return session != null
                && session.getDetails() instanceof Begun(var sealed, var until)
                && !clock.instant().isBefore(until);
    }

    /** Where the person signs out at the provider, if the session began there. */
    Optional<URI> endOf(@Nullable Authentication session) {
        return session != null && session.getDetails() instanceof Begun(var sealed, var until) && provider.isOn()
                ? provider.signOutAt(vault.open(new Sealed(sealed), OWNER).reveal())
                : Optional.empty();
    }
}
