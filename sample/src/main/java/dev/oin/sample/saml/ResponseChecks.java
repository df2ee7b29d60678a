package dev.oin.sample.saml;

import static dev.oin.sample.state.Weakness.IDP_INITIATED_REFUSED;
import static dev.oin.sample.state.Weakness.SAML_IN_RESPONSE_TO_IGNORED;
import static dev.oin.sample.state.Weakness.SAML_ISSUER_IGNORED;
import static dev.oin.sample.state.Weakness.SAML_RECIPIENT_IGNORED;

import dev.oin.sample.state.Connections;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.core.StatusCode;
import org.springframework.security.saml2.core.Saml2Error;
import org.springframework.security.saml2.core.Saml2ErrorCodes;
import org.springframework.security.saml2.provider.service.authentication.Saml2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What must hold of a Response around its assertion (saml-core 3.2.2, saml-profiles 4.1.4.3). */
@Component
class ResponseChecks {

    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final Set<String> SIGNATURES = Set.of(
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512");
    private static final Set<String> DIGESTS = Set.of(
            "http://www.w3.org/2001/04/xmlenc#sha256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "http://www.w3.org/2001/04/xmlenc#sha512");

    private final Connections connections;

    ResponseChecks(Connections connections) {
        this.connections = connections;
    }

    List<Saml2Error> errors(Response response, Saml2AuthenticationToken token) {
        List<Saml2Error> errors = new ArrayList<>();
        status(response, errors);
        destination(response, token, errors);
        issuer(response, token, errors);
        request(response, token, errors);
        if (response.getAssertions().size() != 1) {
            errors.add(new Saml2Error(
                    Saml2ErrorCodes.MALFORMED_RESPONSE_DATA, "The response must hold exactly one assertion"));
        }
        algorithms(response, errors);
        return errors;
    }

    private static void status(Response response, List<Saml2Error> errors) {
        boolean success = response.getStatus() != null
                && response.getStatus().getStatusCode() != null
                && StatusCode.SUCCESS.equals(
                        response.getStatus().getStatusCode().getValue());
        if (!success) {
            errors.add(new Saml2Error(Saml2ErrorCodes.INVALID_RESPONSE, "The identity provider reports a failure"));
        }
        if (response.getVersion() == null || !"2.0".equals(response.getVersion().toString())) {
            errors.add(new Saml2Error(Saml2ErrorCodes.INVALID_RESPONSE, "The response is not of version 2.0"));
        }
    }

    private void destination(Response response, Saml2AuthenticationToken token, List<Saml2Error> errors) {
        String expected = token.getRelyingPartyRegistration().getAssertionConsumerServiceLocation();
        String seen = response.getDestination();
        boolean missing = seen == null && !response.isSigned();
        if (!missing && !expected.equals(seen) && !connections.has(SAML_RECIPIENT_IGNORED)) {
            errors.add(new Saml2Error(Saml2ErrorCodes.INVALID_DESTINATION, "The Destination is not " + expected));
        }
    }

    private void issuer(Response response, Saml2AuthenticationToken token, List<Saml2Error> errors) {
        String expected =
                token.getRelyingPartyRegistration().getAssertingPartyMetadata().getEntityId();
        boolean wrong = response.getIssuer() != null
                && !expected.equals(response.getIssuer().getValue());
        if (wrong && !connections.has(SAML_ISSUER_IGNORED)) {
            errors.add(new Saml2Error(Saml2ErrorCodes.INVALID_ISSUER, "The response's Issuer is not " + expected));
        }
    }

    private void request(Response response, Saml2AuthenticationToken token, List<Saml2Error> errors) {
        String answered = response.getInResponseTo();
        if (answered == null) {
            if (connections.has(IDP_INITIATED_REFUSED)) {
                errors.add(new Saml2Error(Saml2ErrorCodes.INVALID_IN_RESPONSE_TO, "Sign-in must start at Sample HR"));
            }
            return;
        }
        var pending = token.getAuthenticationRequest();
        if ((pending == null || !Objects.equals(answered, pending.getId()))
                && !connections.has(SAML_IN_RESPONSE_TO_IGNORED)) {
            errors.add(new Saml2Error(
                    Saml2ErrorCodes.INVALID_IN_RESPONSE_TO, "The response answers no request of this browser"));
        }
    }

    private static void algorithms(Response response, List<Saml2Error> errors) {
        Element root = response.getDOM();
        if (root == null
                || usesOther(root, "SignatureMethod", SIGNATURES)
                || usesOther(root, "DigestMethod", DIGESTS)) {
            errors.add(new Saml2Error(
                    Saml2ErrorCodes.INVALID_SIGNATURE, "A signature uses an algorithm that is not accepted"));
        }
    }

    private static boolean usesOther(Element root, String name, Set<String> accepted) {
        NodeList found = root.getElementsByTagNameNS(DSIG, name);
        for (int i = 0; i < found.getLength(); i++) {
            Element element = (Element) found.item(i);
            // Digests inside EncryptedKey parametrise OAEP and sign nothing.
            boolean signs = !"EncryptionMethod".equals(element.getParentNode().getLocalName());
            if (signs && !accepted.contains(element.getAttribute("Algorithm"))) {
                return true;
            }
        }
        return false;
    }
}
