package dev.oin.sample.logout;

import dev.oin.sample.Addresses;
import dev.oin.sample.oidc.OidcConnection;
import dev.oin.sample.saml.SamlConnection;
import dev.oin.sample.state.Connection;
import dev.oin.sample.state.Connections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;

/** Whose logout tokens are believed; what the setup does not say follows from the sign-in connections. */
@Component
class Trust {

    private final Connections connections;
    private final OidcConnection oidc;
    private final SamlConnection saml;
    private final Addresses addresses;

    Trust(Connections connections, OidcConnection oidc, SamlConnection saml, Addresses addresses) {
        this.connections = connections;
        this.oidc = oidc;
        this.saml = saml;
        this.addresses = addresses;
    }

    private Connection.Logout logout() {
        Connection.Logout configured = connections.current().logout();
        return configured == null ? new Connection.Logout(null, null, null, null) : configured;
    }

    /** The one issuer of logout tokens. */
    Optional<String> issuer() {
        return Optional.ofNullable(logout().issuer())
                .or(() -> Optional.ofNullable(connections.current().oidc()).map(Connection.Oidc::issuer));
    }

    String audience() {
        String configured = logout().audience();
        return configured == null ? addresses.logout() : configured;
    }

    /** The client or instance that the token must be for, if we know it. */
    Optional<String> subject() {
        return Optional.ofNullable(logout().subject()).or(() -> openIdProvider().map(ClientRegistration::getClientId));
    }

    /** Where the keys are published; without such an address the keys are those of the SAML metadata. */
    @Nullable
    String keySet() {
        String configured = logout().jwksUri();
        return configured != null
                ? configured
                : openIdProvider()
                        .map(registration -> registration.getProviderDetails().getJwkSetUri())
                        .orElse(null);
    }

    private Optional<ClientRegistration> openIdProvider() {
        Connection.Oidc configured = connections.current().oidc();
        boolean same = configured != null
                && issuer().filter(configured.issuer()::equals).isPresent();
        return same ? oidc.current() : Optional.empty();
    }

    /** Under which issuers people of this identity provider may be known here. */
    Set<String> issuersOfPeople() {
        return Stream.of(
                        issuer(),
                        Optional.ofNullable(connections.current().oidc()).map(Connection.Oidc::issuer),
                        saml.current()
                                .map(registration ->
                                        registration.getAssertingPartyMetadata().getEntityId()))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
