package dev.oin.sandbox.saml;

import dev.oin.sandbox.SigningKey;
import java.util.Objects;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.security.SecurityException;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.SignatureSigningParameters;
import org.opensaml.xmlsec.keyinfo.impl.X509KeyInfoGeneratorFactory;
import org.opensaml.xmlsec.signature.SignableXMLObject;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureSupport;
import org.springframework.stereotype.Component;

/** Signs assertions, then the response around them, with RSA-SHA256 (Core 5). */
@Component
final class ResponseSigner {

    private final OpenSaml saml;

    ResponseSigner(OpenSaml saml) {
        this.saml = saml;
    }

    /** The response as text, signed. */
    String sign(Response response, SigningKey key) {
        response.getAssertions().forEach(assertion -> sign((SignableXMLObject) assertion, key));
        sign((SignableXMLObject) response, key);
        return saml.write(response);
    }

    private static void sign(SignableXMLObject object, SigningKey key) {
        try {
            SignatureSupport.signObject(object, parameters(key));
            unbreak(object);
        } catch (SecurityException | MarshallingException | SignatureException failed) {
            throw new IllegalStateException("Cannot sign with the key " + key.keyId(), failed);
        }
    }

    /**
     * The library breaks a signature's lines with carriage returns, which are written as {@code &#13;}. Apps that write what they read anew before they verify it
     * lose them, and with them the signature around this one.
     */
    private static void unbreak(SignableXMLObject object) {
        var values = Objects.requireNonNull(object.getDOM())
                .getElementsByTagNameNS(SignatureConstants.XMLSIG_NS, "SignatureValue");
        for (var number = 0; number < values.getLength(); number++) {
            var value = values.item(number);
            value.setTextContent(value.getTextContent().replaceAll("\\s+", ""));
        }
    }

    private static SignatureSigningParameters parameters(SigningKey key) {
        var keyInfo = new X509KeyInfoGeneratorFactory();
        keyInfo.setEmitEntityCertificate(true);
        var parameters = new SignatureSigningParameters();
        parameters.setSigningCredential(new BasicX509Credential(key.certificate(), key.privateKey()));
        parameters.setSignatureAlgorithm(SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256);
        parameters.setSignatureReferenceDigestMethod(SignatureConstants.ALGO_ID_DIGEST_SHA256);
        parameters.setSignatureCanonicalizationAlgorithm(SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
        parameters.setKeyInfoGenerator(keyInfo.newInstance());
        return parameters;
    }
}
