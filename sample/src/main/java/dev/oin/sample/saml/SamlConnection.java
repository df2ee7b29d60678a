package dev.oin.sample.saml;

import dev.oin.sample.Addresses;
import dev.oin.sample.people.Tenants;
import dev.oin.sample.state.Connection;
import dev.oin.sample.state.Connections;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.saml2.Saml2Exception;
import org.springframework.security.saml2.provider.service.registration.RelyingPartyRegistration;
import org.springframework.security.saml2.provider.service.registration.RelyingPartyRegistrationRepository;
import org.springframework.security.saml2.provider.service.registration.RelyingPartyRegistrations;
import org.springframework.security.saml2.provider.service.registration.Saml2MessageBinding;
import org.springframework.stereotype.Component;

/** The registration of this service provider at the identity provider whose metadata the setup holds now. */
@Component
public class SamlConnection implements RelyingPartyRegistrationRepository, Tenants {

    static final String ID = "saml";
    private static final Pattern MARKUP_DECLARATION = Pattern.compile("<!(?!--)");

    private final Connections connections;
    private final Addresses addresses;
    private final ServiceProviderKey key;
    private @Nullable Known known;
    private @Nullable Known knownSecond;

    private record Known(Connection.Saml saml, RelyingPartyRegistration registration) {}

    SamlConnection(Connections connections, Addresses addresses, ServiceProviderKey key) {
        this.connections = connections;
        this.addresses = addresses;
        this.key = key;
    }

    /** The registration as it is now, unless SAML is not connected. */
    public synchronized Optional<RelyingPartyRegistration> current() {
        known = registered(connections.current().saml(), known);
        return Optional.ofNullable(known).map(Known::registration);
    }

    /** The registration at the second tenant's identity provider, if there is one. */
    public synchronized Optional<RelyingPartyRegistration> second() {
        knownSecond = registered(connections.current().second(), knownSecond);
        return Optional.ofNullable(knownSecond).map(Known::registration);
    }

    private @Nullable Known registered(Connection.@Nullable Saml saml, @Nullable Known before) {
        if (saml == null || saml.metadataXml() == null) {
            return null;
        }
        return before != null && before.saml().equals(saml)
                ? before
                : new Known(saml, register(saml.metadataXml(), saml.signsRequests()));
    }

    @Override
    public boolean isSecondIssuer(String issuer) {
        return second().filter(registration ->
                        registration.getAssertingPartyMetadata().getEntityId().equals(issuer))
                .isPresent();
    }

    /** The public keys with which the identity provider signs. */
    public List<PublicKey> verificationKeys() {
        return current()
                .map(registration -> registration.getAssertingPartyMetadata().getVerificationX509Credentials().stream()
                        .map(credential -> credential.getCertificate().getPublicKey())
                        .toList())
                .orElse(List.of());
    }

    /** What our own metadata says, connected or not. */
    RelyingPartyRegistration orUnconnected() {
        return current()
                .orElseGet(() -> ours(RelyingPartyRegistration.withRegistrationId(ID)
                        .assertingPartyMetadata(party -> party.entityId("urn:not-connected")
                                .singleSignOnServiceLocation("urn:not-connected")
                                .singleSignOnServiceBinding(Saml2MessageBinding.REDIRECT))));
    }

    /** Refuses metadata that cannot be used, with a reason. */
    public void check(String metadataXml, boolean signsRequests) {
        register(metadataXml, signsRequests);
    }

    private RelyingPartyRegistration register(String metadataXml, boolean signsRequests) {
        if (MARKUP_DECLARATION.matcher(metadataXml).find()) {
            throw new IllegalArgumentException("The SAML metadata holds a document type or entity declaration");
        }
        try {
            return ours(RelyingPartyRegistrations.fromMetadata(
                            new ByteArrayInputStream(metadataXml.getBytes(StandardCharsets.UTF_8)))
                    .registrationId(ID)
                    .authnRequestsSigned(signsRequests));
        } catch (Saml2Exception e) {
            throw new IllegalArgumentException("The SAML metadata cannot be used: " + e.getMessage(), e);
        }
    }

    private RelyingPartyRegistration ours(RelyingPartyRegistration.Builder builder) {
        return builder.entityId(addresses.samlEntityId())
                .assertionConsumerServiceLocation(addresses.samlAcs())
                .assertionConsumerServiceBinding(Saml2MessageBinding.POST)
                .nameIdFormat("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress")
                .signingX509Credentials(credentials -> credentials.add(key.signing()))
                .decryptionX509Credentials(credentials -> credentials.add(key.decryption()))
                .build();
    }

    @Override
    public @Nullable RelyingPartyRegistration findByRegistrationId(String registrationId) {
        return current().orElse(null);
    }
}
