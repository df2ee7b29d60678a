package dev.oin.sandbox.oidc;

import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.OidcInstances;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The active instances of the issuer's organisation, as OAuth 2 clients; nobody else is a client there. */
@Component
final class InstalledClients implements RegisteredClientRepository {

    private static final Duration CODE_LIFE = Duration.ofMinutes(1);
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    private final OidcInstances instances;
    private final CurrentIssuer issuer;

    InstalledClients(OidcInstances instances, CurrentIssuer issuer) {
        this.instances = instances;
        this.issuer = issuer;
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return instances.find(InstanceId.of(id)).flatMap(this::client).orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return instance(clientId).flatMap(this::client).orElse(null);
    }

    /** The instance behind a client id, if it is one of the issuer's. */
    Optional<Instance> instance(String clientId) {
        return instances.findByClient(clientId).filter(this::isHere);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are installed, not registered");
    }

    private boolean isHere(Instance instance) {
        return instance.active()
                && instance.organization().equals(issuer.organization().id());
    }

    private Optional<RegisteredClient> client(Instance instance) {
        var oidc = instance.app().oidc();
        var secret = instances.clientSecretHash(instance.id());
        return oidc == null || secret.isEmpty() || !isHere(instance)
                ? Optional.empty()
                : Optional.of(client(instance, oidc, secret.get()));
    }

    private static RegisteredClient client(Instance instance, InstalledApp.Oidc oidc, String secretHash) {
        return RegisteredClient.withId(instance.id().toString())
                .clientId(String.valueOf(instance.clientId()))
                .clientName(instance.label())
                .clientSecret(secretHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> uris.addAll(oidc.redirectUris()))
                .postLogoutRedirectUris(uris -> uris.addAll(oidc.postLogoutUris()))
                .scopes(scopes -> scopes.addAll(oidc.scopes()))
                .scope("openid")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(false)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE_LIFE)
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                        .build())
                .build();
    }
}
