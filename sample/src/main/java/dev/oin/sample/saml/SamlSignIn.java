package dev.oin.sample.saml;

import dev.oin.sample.state.Connections;
import dev.oin.sample.state.Weakness;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.opensaml.core.xml.config.XMLObjectProviderRegistrySupport;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.saml2.core.Response;
import org.springframework.security.core.Authentication;
import org.springframework.security.saml2.core.Saml2Error;
import org.springframework.security.saml2.core.Saml2ErrorCodes;
import org.springframework.security.saml2.core.Saml2ResponseValidatorResult;
import org.springframework.security.saml2.provider.service.authentication.OpenSaml4AuthenticationProvider;
import org.springframework.security.saml2.provider.service.authentication.Saml2AuthenticationException;
import org.springframework.security.saml2.provider.service.authentication.Saml2AuthenticationToken;
import org.springframework.stereotype.Component;

/** Turns a SAML response into a signed-in member: signatures by the library, everything else by our checks. */
@Component
class SamlSignIn {

    private static final Pattern ISSUER = Pattern.compile("<(?:\\w+:)?Issuer[^>]*>([^<]+)<");

    private final OpenSaml4AuthenticationProvider library = new OpenSaml4AuthenticationProvider();
    private final ResponseChecks responseChecks;
    private final AssertionChecks assertionChecks;
    private final SamlArrivals arrivals;
    private final Connections connections;

    SamlSignIn(
            ResponseChecks responseChecks,
            AssertionChecks assertionChecks,
            SamlArrivals arrivals,
            Connections connections) {
        this.responseChecks = responseChecks;
        this.assertionChecks = assertionChecks;
        this.arrivals = arrivals;
        this.connections = connections;
        library.setResponseValidator(answer ->
                Saml2ResponseValidatorResult.failure(responseChecks.errors(answer.getResponse(), answer.getToken())));
        library.setAssertionValidator(answer ->
                Saml2ResponseValidatorResult.failure(assertionChecks.errors(answer.getAssertion(), answer.getToken())));
        library.setResponseAuthenticationConverter(answer -> arrivals.arrive(answer.getResponse()));
    }

    Authentication authenticate(Authentication authentication) {
        Saml2AuthenticationToken token = (Saml2AuthenticationToken) authentication;
        String xml = token.getSaml2Response();
        refuseTricks(xml);
        boolean unsigned = !xml.contains("SignatureValue");
        return unsigned && connections.has(Weakness.SAML_UNSIGNED_ACCEPTED)
                ? withoutSignature(token)
                : library.authenticate(connections.has(Weakness.SAML_ISSUER_IGNORED) ? asIssued(token) : token);
    }

    /** The library ties signatures to the issuer; believing any issuer means to believe what the response says. */
    private static Saml2AuthenticationToken asIssued(Saml2AuthenticationToken token) {
        Matcher issuer = ISSUER.matcher(token.getSaml2Response());
        if (!issuer.find()) {
            return token;
        }
        return new Saml2AuthenticationToken(
                token.getRelyingPartyRegistration()
                        .mutate()
                        .assertingPartyMetadata(party -> party.entityId(issuer.group(1)))
                        .build(),
                token.getSaml2Response(),
                token.getAuthenticationRequest());
    }

    /** Comments, declarations and instructions are read differently by different parsers; nobody needs them here. */
    private static void refuseTricks(String xml) {
        boolean instruction = xml.indexOf("<?", 1) > 0;
        if (xml.contains("<!") || instruction) {
            throw refused("The response holds a comment, a declaration or a processing instruction");
        }
    }

    private Authentication withoutSignature(Saml2AuthenticationToken token) {
        Response response = parse(token.getSaml2Response());
        List<Saml2Error> errors = new ArrayList<>(responseChecks.errors(response, token));
        response.getAssertions().forEach(assertion -> errors.addAll(assertionChecks.errors(assertion, token)));
        if (!errors.isEmpty()) {
            throw new Saml2AuthenticationException(errors.getFirst());
        }
        return arrivals.arrive(response);
    }

    private static Response parse(String xml) {
        try {
            return (Response) XMLObjectSupport.unmarshallFromInputStream(
                    XMLObjectProviderRegistrySupport.getParserPool(),
                    new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (XMLParserException | UnmarshallingException | ClassCastException e) {
            throw refused("The response cannot be read");
        }
    }

    private static Saml2AuthenticationException refused(String reason) {
        return new Saml2AuthenticationException(new Saml2Error(Saml2ErrorCodes.MALFORMED_RESPONSE_DATA, reason));
    }
}
