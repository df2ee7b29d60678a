package dev.oin.sample.oidc;

import dev.oin.sample.Addresses;
import dev.oin.sample.state.Connection;
import dev.oin.sample.state.Connections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/** This client's registration at the OpenID Provider that the setup names now, read from its discovery document. */
@Component
public class OidcConnection implements ClientRegistrationRepository {

    static final String ID = "oidc";

    private final Connections connections;
    private final Addresses addresses;
    private @Nullable Known known;

    private record Known(Connection.Oidc oidc, ClientRegistration registration) {}

    OidcConnection(Connections connections, Addresses addresses) {
        this.connections = connections;
        this.addresses = addresses;
    }

    /** The registration as it is now, unless OIDC is not connected. */
    public synchronized Optional<ClientRegistration> current() {
        Connection.Oidc oidc = connections.current().oidc();
        if (oidc == null) {
            return Optional.empty();
        }
        if (known == null || !known.oidc().equals(oidc)) {
            known = new Known(oidc, discover(oidc));
        }
        return Optional.of(known.registration());
    }

    /** Reads the provider's discovery document; refuses one that cannot be used, with a reason. */
    public ClientRegistration discover(Connection.Oidc oidc) {
        try {
            return ClientRegistrations.fromOidcIssuerLocation(oidc.issuer())
                    .registrationId(ID)
                    .clientId(oidc.clientId())
                    .clientSecret(oidc.clientSecret())
                    .clientAuthenticationMethod(method(oidc))
                    .redirectUri(addresses.oidcCallback())
                    .scope("openid", "profile", "email")
                    .build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new IllegalArgumentException("The OpenID Provider cannot be used: " + e.getMessage(), e);
        }
    }

    private static ClientAuthenticationMethod method(Connection.Oidc oidc) {
        if (oidc.clientSecret() == null) {
            return ClientAuthenticationMethod.NONE;
        }
        return "post".equals(oidc.authMethod())
                ? ClientAuthenticationMethod.CLIENT_SECRET_POST
                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        return ID.equals(registrationId) ? current().orElse(null) : null;
    }
}
