package dev.oin.sandbox.saml;

import dev.oin.submission.MetadataReader;
import dev.oin.submission.Saml.AcsEndpoint;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.metadata.AssertionConsumerService;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.NameIDFormat;
import org.opensaml.saml.saml2.metadata.SPSSODescriptor;
import org.springframework.stereotype.Component;

/** Reads what a service provider says about itself. */
@Component
final class ServiceProviderMetadata implements MetadataReader {

    private final OpenSaml saml;

    ServiceProviderMetadata(OpenSaml saml) {
        this.saml = saml;
    }

    @Override
    public Reading read(byte[] metadata) {
        try {
            return describe(metadata);
        } catch (UnreadableSaml unreadable) {
            return new Reading.Refused("The metadata cannot be read: " + unreadable.reason() + ".");
        }
    }

    private Reading describe(byte[] metadata) throws UnreadableSaml {
        if (!(saml.read(metadata) instanceof EntityDescriptor entity)) {
            return new Reading.Refused("The document is not the metadata of one entity (EntityDescriptor).");
        }
        var role = entity.getSPSSODescriptor(SAMLConstants.SAML20P_NS);
        var name = entity.getEntityID();
        if (role == null || name == null) {
            return new Reading.Refused("The metadata describes no SAML 2.0 service provider (SPSSODescriptor).");
        }
        var services = posts(role);
        if (services.isEmpty()) {
            return new Reading.Refused("The metadata names no assertion consumer service with the binding HTTP-POST.");
        }
        return new Reading.ServiceProvider(
                name,
                services.stream().map(ServiceProviderMetadata::endpoint).toList(),
                defaultAcs(role, services),
                role.getNameIDFormats().stream()
                        .map(NameIDFormat::getURI)
                        .map(String::valueOf)
                        .toList(),
                Boolean.TRUE.equals(role.isAuthnRequestsSigned()));
    }

    private static List<AssertionConsumerService> posts(SPSSODescriptor role) {
        return role.getAssertionConsumerServices().stream()
                .filter(service -> SAMLConstants.SAML2_POST_BINDING_URI.equals(service.getBinding()))
                .filter(service -> service.getLocation() != null)
                .sorted(Comparator.comparing(
                        AssertionConsumerService::getIndex, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static AcsEndpoint endpoint(AssertionConsumerService service) {
        return new AcsEndpoint(service.getLocation(), service.getIndex());
    }

    private static @Nullable String defaultAcs(SPSSODescriptor role, List<AssertionConsumerService> services) {
        var declared = role.getDefaultAssertionConsumerService();
        return declared != null && services.contains(declared)
                ? declared.getLocation()
                : services.getFirst().getLocation();
    }
}
