package dev.oin.sample.saml;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.zip.Inflater;
import javax.security.auth.x500.X500Principal;
import net.shibboleth.utilities.java.support.xml.SerializeSupport;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.opensaml.core.xml.config.XMLObjectProviderRegistrySupport;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.SignatureSigningParameters;
import org.opensaml.xmlsec.signature.SignableXMLObject;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureSupport;

/** An identity provider of the test's own: metadata and signed responses, each detail of which can be changed. */
final class TestIdentityProvider {

    static final String ENTITY_ID = "https://idp.example/metadata";

    private final KeyPair keys;
    private final X509Certificate certificate;

    TestIdentityProvider() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
            X500Principal name = new X500Principal("CN=Test");
            var builder = new JcaX509v3CertificateBuilder(
                    name, BigInteger.TEN, new Date(0), new Date(4102444800000L), name, keys.getPublic());
            certificate = new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | org.bouncycastle.operator.OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    String metadata() {
        try {
            return """
                <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s">
                <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>%s</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
                <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example/sso"/>
                </IDPSSODescriptor></EntityDescriptor>""".formatted(ENTITY_ID, Base64.getEncoder().encodeToString(certificate.getEncoded()));
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String requestId(String samlRequest) {
        try {
            Inflater inflater = new Inflater(true);
            inflater.setInput(Base64.getDecoder().decode(samlRequest));
            byte[] xml = new byte[20_000];
            int length = inflater.inflate(xml);
            return new String(xml, 0, length, StandardCharsets.UTF_8).replaceAll("(?s).* ID=\"([^\"]+)\".*", "$1");
        } catch (java.util.zip.DataFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer answer(String acs, String audience, String email) {
        return new Answer(
                acs,
                audience,
                email,
                ENTITY_ID,
                acs,
                null,
                Instant.now(),
                "_" + UUID.randomUUID(),
                true,
                "Jane",
                "Doe");
    }

    /** One answer, valid until a part of it is changed. */
    record Answer(
            String acs,
            String audience,
            String email,
            String issuer,
            String recipient,
            @Nullable String inResponseTo,
            Instant at,
            String assertionId,
            boolean signed,
            String firstName,
            String lastName) {

        Answer inResponseTo(String id) {
            return new Answer(
                    acs, audience, email, issuer, recipient, id, at, assertionId, signed, firstName, lastName);
        }

        Answer audience(String other) {
            return new Answer(
                    acs, other, email, issuer, recipient, inResponseTo, at, assertionId, signed, firstName, lastName);
        }

        Answer issuer(String other) {
            return new Answer(
                    acs, audience, email, other, recipient, inResponseTo, at, assertionId, signed, firstName, lastName);
        }

        Answer recipient(String other) {
            return new Answer(
                    acs, audience, email, issuer, other, inResponseTo, at, assertionId, signed, firstName, lastName);
        }

        Answer at(Instant other) {
            return new Answer(
                    acs,
                    audience,
                    email,
                    issuer,
                    recipient,
                    inResponseTo,
                    other,
                    assertionId,
                    signed,
                    firstName,
                    lastName);
        }

        Answer unsigned() {
            return new Answer(
                    acs, audience, email, issuer, recipient, inResponseTo, at, assertionId, false, firstName, lastName);
        }

        Answer lastName(String other) {
            return new Answer(
                    acs, audience, email, issuer, recipient, inResponseTo, at, assertionId, signed, firstName, other);
        }
    }

    String encode(Answer answer) {
        return Base64.getEncoder().encodeToString(xml(answer).getBytes(StandardCharsets.UTF_8));
    }

    String xml(Answer a) {
        String irt = a.inResponseTo() == null ? "" : " InResponseTo=\"" + a.inResponseTo() + "\"";
        Instant end = a.at().plusSeconds(300);
        String xml = """
            <saml2p:Response xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="_%s" Version="2.0" IssueInstant="%s" Destination="%s"%s><saml2:Issuer>%s</saml2:Issuer><saml2p:Status><saml2p:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></saml2p:Status><saml2:Assertion ID="%s" Version="2.0" IssueInstant="%s"><saml2:Issuer>%s</saml2:Issuer><saml2:Subject><saml2:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">%s</saml2:NameID><saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml2:SubjectConfirmationData NotOnOrAfter="%s" Recipient="%s"%s/></saml2:SubjectConfirmation></saml2:Subject><saml2:Conditions NotBefore="%s" NotOnOrAfter="%s"><saml2:AudienceRestriction><saml2:Audience>%s</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions><saml2:AuthnStatement AuthnInstant="%s" SessionIndex="s1"><saml2:AuthnContext><saml2:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement><saml2:AttributeStatement><saml2:Attribute Name="firstName"><saml2:AttributeValue>%s</saml2:AttributeValue></saml2:Attribute><saml2:Attribute Name="lastName"><saml2:AttributeValue>%s</saml2:AttributeValue></saml2:Attribute><saml2:Attribute Name="email"><saml2:AttributeValue>%s</saml2:AttributeValue></saml2:Attribute></saml2:AttributeStatement></saml2:Assertion></saml2p:Response>""".formatted(
                        UUID.randomUUID(),
                        a.at(),
                        a.acs(),
                        irt,
                        a.issuer(),
                        a.assertionId(),
                        a.at(),
                        a.issuer(),
                        a.email(),
                        end,
                        a.recipient(),
                        irt,
                        a.at().minusSeconds(60),
                        end,
                        a.audience(),
                        a.at(),
                        a.firstName(),
                        a.lastName(),
                        a.email());
        return a.signed() ? sign(xml) : xml;
    }

    private String sign(String xml) {
        try {
            Response response = (Response) XMLObjectSupport.unmarshallFromInputStream(
                    XMLObjectProviderRegistrySupport.getParserPool(),
                    new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            SignatureSigningParameters parameters = new SignatureSigningParameters();
            parameters.setSigningCredential(new BasicX509Credential(certificate, keys.getPrivate()));
            parameters.setSignatureAlgorithm(SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256);
            parameters.setSignatureReferenceDigestMethod(SignatureConstants.ALGO_ID_DIGEST_SHA256);
            parameters.setSignatureCanonicalizationAlgorithm(SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
            SignatureSupport.signObject(
                    (SignableXMLObject) response.getAssertions().getFirst(), parameters);
            return SerializeSupport.nodeToString(XMLObjectSupport.marshall(response));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
