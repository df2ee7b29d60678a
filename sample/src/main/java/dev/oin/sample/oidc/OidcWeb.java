package dev.oin.sample.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Where OpenID Connect meets HTTP: requests, answers, and sign-out at the provider. */
@Component
public class OidcWeb {

    private final OidcConnection connection;
    private final OidcRequests requests;
    private final OidcAnswers answers;
    private final OidcArrivals arrivals;

    OidcWeb(OidcConnection connection, OidcRequests requests, OidcAnswers answers, OidcArrivals arrivals) {
        this.connection = connection;
        this.requests = requests;
        this.answers = answers;
        this.arrivals = arrivals;
    }

    public void configure(OAuth2LoginConfigurer<HttpSecurity> oidc) {
        oidc.clientRegistrationRepository(connection)
                .authorizationEndpoint(endpoint ->
                        endpoint.authorizationRequestResolver(requests).authorizationRequestRepository(answers))
                .redirectionEndpoint(endpoint -> endpoint.baseUri("/oidc/callback"))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(arrivals));
    }

    /** Where the person wanted to go when the sign-in began; told once. */
    public static Optional<String> afterwards(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(OidcRequests.AFTERWARDS) instanceof String path)) {
            return Optional.empty();
        }
        session.removeAttribute(OidcRequests.AFTERWARDS);
        return Optional.of(path);
    }

    /** The provider's sign-out address for this session, if it has one. */
    public Optional<String> signOut(String idToken, String comeBack) {
        return connection
                .current()
                .flatMap(registration -> endSession(registration)
                        .map(endpoint -> UriComponentsBuilder.fromUriString(endpoint)
                                .queryParam("id_token_hint", "{hint}")
                                .queryParam("client_id", "{client}")
                                .queryParam("post_logout_redirect_uri", "{back}")
                                .encode()
                                .buildAndExpand(idToken, registration.getClientId(), comeBack)
                                .toUriString()));
    }

    private static Optional<String> endSession(ClientRegistration registration) {
        Object endpoint =
                registration.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        return Optional.ofNullable(endpoint).map(Object::toString);
    }
}
