package dev.oin.sandbox.saml;

import dev.oin.sandbox.NameIdFormat;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.IDPSSODescriptor;
import org.opensaml.saml.saml2.metadata.KeyDescriptor;
import org.opensaml.saml.saml2.metadata.NameIDFormat;
import org.opensaml.saml.saml2.metadata.SingleSignOnService;
import org.opensaml.security.credential.UsageType;
import org.opensaml.xmlsec.signature.KeyInfo;
import org.opensaml.xmlsec.signature.X509Certificate;
import org.opensaml.xmlsec.signature.X509Data;
import org.springframework.stereotype.Component;

/** Writes the metadata that apps read: one entity for each instance. */
@Component
final class IdentityProviderMetadata {

    private final OpenSaml saml;

    IdentityProviderMetadata(OpenSaml saml) {
        this.saml = saml;
    }

    String of(IdentityProvider provider) {
        var role = saml.make(IDPSSODescriptor.class, IDPSSODescriptor.DEFAULT_ELEMENT_NAME);
        role.addSupportedProtocol(SAMLConstants.SAML20P_NS);
        role.setWantAuthnRequestsSigned(false);
        role.getKeyDescriptors().add(key(provider));
        for (var format : NameIdFormat.values()) {
            var element = saml.make(NameIDFormat.class, NameIDFormat.DEFAULT_ELEMENT_NAME);
            element.setURI(format.uri());
            role.getNameIDFormats().add(element);
        }
        for (var binding : List.of(SAMLConstants.SAML2_REDIRECT_BINDING_URI, SAMLConstants.SAML2_POST_BINDING_URI)) {
            var endpoint = saml.make(SingleSignOnService.class, SingleSignOnService.DEFAULT_ELEMENT_NAME);
            endpoint.setBinding(binding);
            endpoint.setLocation(provider.ssoUrl());
            role.getSingleSignOnServices().add(endpoint);
        }
        var entity = saml.make(EntityDescriptor.class, EntityDescriptor.DEFAULT_ELEMENT_NAME);
        entity.setEntityID(provider.entityId());
        entity.getRoleDescriptors().add(role);
        return saml.write(entity);
    }

    private KeyDescriptor key(IdentityProvider provider) {
        var certificate = saml.make(X509Certificate.class, X509Certificate.DEFAULT_ELEMENT_NAME);
        certificate.setValue(encoded(provider));
        var data = saml.make(X509Data.class, X509Data.DEFAULT_ELEMENT_NAME);
        data.getX509Certificates().add(certificate);
        var info = saml.make(KeyInfo.class, KeyInfo.DEFAULT_ELEMENT_NAME);
        info.getX509Datas().add(data);
        var descriptor = saml.make(KeyDescriptor.class, KeyDescriptor.DEFAULT_ELEMENT_NAME);
        descriptor.setUse(UsageType.SIGNING);
        descriptor.setKeyInfo(info);
        return descriptor;
    }

    private static String encoded(IdentityProvider provider) {
        try {
            return Base64.getEncoder()
                    .encodeToString(provider.key().certificate().getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
