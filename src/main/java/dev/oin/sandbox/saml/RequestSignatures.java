package dev.oin.sandbox.saml;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.keyinfo.KeyInfoSupport;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;
import org.springframework.stereotype.Component;

/** Looks at the signatures of requests, and verifies them where the app's certificate is known. */
@Component
final class RequestSignatures {

    private static final Map<String, String> ALGORITHMS = Map.of(
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "SHA256withRSA",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", "SHA384withRSA",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "SHA512withRSA",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", "SHA256withECDSA",
            "http://www.w3.org/2000/09/xmldsig#rsa-sha1", "SHA1withRSA");

    /** The detached signature of Bind 3.4.4.1. */
    RequestSignature ofRedirect(ReceivedMessage.ByRedirect message, ServiceProvider app) {
        var algorithm = message.algorithm();
        var signature = message.signature();
        if (algorithm == null || signature == null) {
            return new RequestSignature.Absent();
        }
        if (app.certificates().isEmpty()) {
            return new RequestSignature.NotVerified(algorithm);
        }
        return app.certificates().stream().anyMatch(key -> verifies(message.query(), algorithm, signature, key))
                ? new RequestSignature.Verified(algorithm)
                : new RequestSignature.Wrong(algorithm);
    }

    /** The enveloped signature of Core 5. */
    RequestSignature ofPost(AuthnRequest request, ServiceProvider app) {
        var signature = request.getSignature();
        if (signature == null) {
            return new RequestSignature.Absent();
        }
        var algorithm = String.valueOf(signature.getSignatureAlgorithm());
        if (app.certificates().isEmpty()) {
            return contradictsItself(signature)
                    ? new RequestSignature.Wrong(algorithm)
                    : new RequestSignature.NotVerified(algorithm);
        }
        return app.certificates().stream().anyMatch(key -> verifies(signature, key))
                ? new RequestSignature.Verified(algorithm)
                : new RequestSignature.Wrong(algorithm);
    }

    /** Whether no certificate that comes with the signature fits it; one that fits proves nothing, for anybody can send it (Core 5.4.5). */
    private static boolean contradictsItself(org.opensaml.xmlsec.signature.Signature signature) {
        try {
            var sent = KeyInfoSupport.getCertificates(signature.getKeyInfo());
            return !sent.isEmpty() && sent.stream().noneMatch(key -> verifies(signature, key));
        } catch (CertificateException unreadable) {
            return true;
        }
    }

    private static boolean verifies(String query, String algorithm, String signature, X509Certificate certificate) {
        var name = ALGORITHMS.get(algorithm);
        if (name == null) {
            return false;
        }
        try {
            var verifier = Signature.getInstance(name);
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(signedPart(query).getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getMimeDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            return false;
        }
    }

    /** The parameters in the order that is signed, encoded as they were sent. */
    private static String signedPart(String query) {
        var parts = new ArrayList<String>();
        for (var name : List.of("SAMLRequest", "RelayState", "SigAlg")) {
            var part = parameter(query, name);
            if (part != null) {
                parts.add(part);
            }
        }
        return String.join("&", parts);
    }

    private static @Nullable String parameter(String query, String name) {
        for (var part : query.split("&", -1)) {
            if (part.startsWith(name + "=")) {
                return part;
            }
        }
        return null;
    }

    private static boolean verifies(org.opensaml.xmlsec.signature.Signature signature, X509Certificate certificate) {
        try {
            new SAMLSignatureProfileValidator().validate(signature);
            SignatureValidator.validate(signature, new BasicX509Credential(certificate));
            return true;
        } catch (SignatureException wrong) {
            return false;
        }
    }
}
