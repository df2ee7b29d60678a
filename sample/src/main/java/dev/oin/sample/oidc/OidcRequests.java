package dev.oin.sample.oidc;

import static dev.oin.sample.state.Weakness.IDP_INITIATED_REFUSED;
import static dev.oin.sample.state.Weakness.OIDC_NONCE_IGNORED;

import dev.oin.sample.Addresses;
import dev.oin.sample.LocalPath;
import dev.oin.sample.state.Connection;
import dev.oin.sample.state.Connections;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** Makes the authorization request, whether a person or the provider (OIDC Core 4) starts the sign-in. */
@Component
class OidcRequests implements OAuth2AuthorizationRequestResolver {

    static final String AFTERWARDS = "afterSignIn";

    private final OidcConnection connection;
    private final Connections connections;
    private final Addresses addresses;
    private final DefaultOAuth2AuthorizationRequestResolver library;

    OidcRequests(OidcConnection connection, Connections connections, Addresses addresses) {
        this.connection = connection;
        this.connections = connections;
        this.addresses = addresses;
        this.library = new DefaultOAuth2AuthorizationRequestResolver(connection, "/oidc/authorize");
        library.setAuthorizationRequestCustomizer(builder -> {
            OAuth2AuthorizationRequestCustomizers.withPkce().accept(builder);
            if (connections.has(OIDC_NONCE_IGNORED)) {
                builder.attributes(attributes -> attributes.remove("nonce"));
            }
        });
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return switch (request.getRequestURI()) {
            case "/oidc/login" ->
                "GET".equals(request.getMethod())
                        ? start(
                                request,
                                LocalPath.of(request.getParameter("to")).orElse(null))
                        : null;
            case "/oidc/initiate" -> initiated(request);
            default -> null;
        };
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
        return resolve(request);
    }

    private @Nullable OAuth2AuthorizationRequest initiated(HttpServletRequest request) {
        Connection.Oidc oidc = connections.current().oidc();
        boolean ours = oidc != null && oidc.issuer().equals(request.getParameter("iss"));
        if (!ours || connections.has(IDP_INITIATED_REFUSED)) {
            return null;
        }
        String target = request.getParameter("target_link_uri");
        OAuth2AuthorizationRequest started =
                start(request, LocalPath.below(addresses.base(), target).orElse(null));
        String hint = request.getParameter("login_hint");
        return started == null || hint == null
                ? started
                : OAuth2AuthorizationRequest.from(started)
                        .additionalParameters(more -> more.put("login_hint", hint))
                        .build();
    }

    private @Nullable OAuth2AuthorizationRequest start(HttpServletRequest request, @Nullable String afterwards) {
        if (connection.current().isEmpty()) {
            return null;
        }
        OAuth2AuthorizationRequest started = library.resolve(request, OidcConnection.ID);
        if (started != null && afterwards != null) {
            request.getSession().setAttribute(AFTERWARDS, afterwards);
        }
        return started;
    }
}
