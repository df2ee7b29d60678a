package dev.oin.web.security;

import dev.oin.account.AccountProperties;
import dev.oin.account.StaffOidcProperties;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The team's OpenID provider, discovered when somebody first signs in: the product starts without it. */
@Component
class StaffProvider {

    static final String ID = "staff";
    static final String ANSWER = "/sign-in/staff/answer";

    private final StaffOidcProperties properties;
    private final ProviderCalls calls;
    private final String publicUrl;
    private final AtomicReference<@Nullable ClientRegistration> discovered = new AtomicReference<>();

    StaffProvider(StaffOidcProperties properties, AccountProperties account, ProviderCalls calls) {
        this.calls = calls;
        this.properties = properties;
        this.publicUrl = account.publicUrl();
    }

    boolean isOn() {
        return properties.isOn();
    }

    @Nullable
    ClientRegistration find(String id) {
        return ID.equals(id) ? registration() : null;
    }

    /** As the provider describes itself; asked again while it did not answer. */
    ClientRegistration registration() {
        var known = discovered.get();
        if (known != null) {
            return known;
        }
        try {
            var made = discover();
            discovered.set(made);
            return made;
        } catch (IllegalArgumentException incomplete) {
            throw new InternalAuthenticationServiceException(
                    "The provider does not describe itself completely: " + properties.issuer(), incomplete);
        }
    }

    /** Where the person signs out at the provider too, if it offers that. */
    Optional<URI> signOutAt(String idToken) {
        var metadata = registration().getProviderDetails().getConfigurationMetadata();
        return metadata.get("end_session_endpoint") instanceof String endpoint
                ? Optional.of(UriComponentsBuilder.fromUriString(endpoint)
                        .queryParam("id_token_hint", "{token}")
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(idToken, properties.clientId(), publicUrl + "/")
                        .toUri())
                : Optional.empty();
    }

    private ClientRegistration discover() {
        return ClientRegistrations.fromOidcConfiguration(calls.description(properties.requiredIssuer()))
                .registrationId(ID)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret().reveal())
                .clientName(properties.name())
                .scope(properties.scopes())
                .redirectUri(publicUrl + ANSWER)
                .build();
    }
}
