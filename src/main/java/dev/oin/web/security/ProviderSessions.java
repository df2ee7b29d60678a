package dev.oin.web.security;

import dev.oin.kernel.AccountId;
import dev.oin.vault.Sealed;
import dev.oin.vault.Secret;
import dev.oin.vault.SecretOwner;
import dev.oin.vault.Vault;
import java.io.Serializable;
import java.net.URI;
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

    ProviderSessions(Vault vault, StaffProvider provider) {
        this.vault = vault;
        this.provider = provider;
    }

    /** What the session keeps. */
    record Begun(String sealed) implements Serializable {}

    Begun of(OidcIdToken token) {
        return new Begun(vault.seal(new Secret(token.getTokenValue()), OWNER).text());
    }

    /** Where the person signs out at the provider, if the session began there. */
    Optional<URI> endOf(@Nullable Authentication session) {
        return session != null && session.getDetails() instanceof Begun(var sealed) && provider.isOn()
                ? provider.signOutAt(vault.open(new Sealed(sealed), OWNER).reveal())
                : Optional.empty();
    }
}
