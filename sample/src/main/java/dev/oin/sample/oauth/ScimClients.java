package dev.oin.sample.oauth;

import dev.oin.sample.state.Connection;
import dev.oin.sample.state.Connections;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The one client, as the setup describes it. */
@Component
class ScimClients implements RegisteredClientRepository {

    private static final String ID = "scim";

    private final Connections connections;

    ScimClients(Connections connections) {
        this.connections = connections;
    }

    /** The client comes from the setup each time, so that a stronger hash of its secret need not be kept. */
    @Override
    public void save(RegisteredClient client) {}

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return id.equals(ID) ? client() : null;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        RegisteredClient client = client();
        return client != null && client.getClientId().equals(clientId) ? client : null;
    }

    private @Nullable RegisteredClient client() {
        return connections.scimOauth().map(ScimClients::client).orElse(null);
    }

    /** PKCE is taken where it is used; refresh tokens work once. */
    private static RegisteredClient client(Connection.Oauth oauth) {
        Integer seconds = oauth.accessTokenSeconds();
        return RegisteredClient.withId(ID)
                .clientId(String.valueOf(oauth.clientId()))
                .clientSecret("{noop}" + oauth.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(oauth.redirectUri())
                .scope("scim")
                .clientSettings(ClientSettings.builder()
                        .requireAuthorizationConsent(true)
                        .requireProofKey(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                        .accessTokenTimeToLive(Duration.ofSeconds(seconds == null ? 300 : seconds))
                        .refreshTokenTimeToLive(Duration.ofDays(30))
                        .reuseRefreshTokens(false)
                        .build())
                .build();
    }
}
