package dev.oin.sandbox.saml;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.common.assertion.ValidationContext;
import org.opensaml.saml.common.assertion.ValidationResult;
import org.opensaml.saml.saml2.assertion.SAML20AssertionValidator;
import org.opensaml.saml.saml2.assertion.SAML2AssertionValidationParameters;
import org.opensaml.saml.saml2.assertion.impl.AudienceRestrictionConditionValidator;
import org.opensaml.saml.saml2.assertion.impl.BearerSubjectConfirmationValidator;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.credential.impl.CollectionCredentialResolver;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.config.impl.DefaultSecurityConfigurationBootstrap;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;
import org.opensaml.xmlsec.signature.support.impl.ExplicitKeySignatureTrustEngine;

/** An app that believes nothing it cannot verify: OpenSAML's own validators with every check on. */
final class StrictServiceProvider {

    private final String acs;
    private final X509Certificate trusted;
    private final String issuer;

    StrictServiceProvider(String acs, X509Certificate trusted) {
        this(acs, trusted, SamlFixture.PROVIDER.entityId());
    }

    StrictServiceProvider(String acs, X509Certificate trusted, String issuer) {
        this.acs = acs;
        this.trusted = trusted;
        this.issuer = issuer;
    }

    /** The assertion, or a complaint. */
    Assertion accept(SamlAnswer answer, @Nullable String expectedInResponseTo) throws Exception {
        var response = (Response) SamlFixture.SAML.read(answer.xml().getBytes(StandardCharsets.UTF_8));
        verify(response);
        require(acs.equals(response.getDestination()), "Destination");
        require(java.util.Objects.equals(expectedInResponseTo, response.getInResponseTo()), "InResponseTo");
        require(response.getAssertions().size() == 1, "one assertion");
        var assertion = response.getAssertions().getFirst();
        var context = new ValidationContext(parameters(expectedInResponseTo));
        var result = validator().validate(assertion, context);
        require(result == ValidationResult.VALID, String.valueOf(context.getValidationFailureMessage()));
        return assertion;
    }

    private void verify(Response response) throws SignatureException {
        var signature = response.getSignature();
        if (signature == null) {
            throw new IllegalStateException("response not signed");
        }
        new SAMLSignatureProfileValidator().validate(signature);
        SignatureValidator.validate(signature, new BasicX509Credential(trusted));
    }

    private SAML20AssertionValidator validator() {
        var engine = new ExplicitKeySignatureTrustEngine(
                new CollectionCredentialResolver(List.of(credential())),
                DefaultSecurityConfigurationBootstrap.buildBasicInlineKeyInfoCredentialResolver());
        return new SAML20AssertionValidator(
                List.of(new AudienceRestrictionConditionValidator()),
                List.of(new BearerSubjectConfirmationValidator()),
                List.of(),
                engine,
                new SAMLSignatureProfileValidator());
    }

    private BasicX509Credential credential() {
        var credential = new BasicX509Credential(trusted);
        credential.setEntityId(issuer);
        return credential;
    }

    private HashMap<String, Object> parameters(@Nullable String inResponseTo) {
        var parameters = new HashMap<String, Object>();
        parameters.put(SAML2AssertionValidationParameters.CLOCK_SKEW, Duration.ofSeconds(1));
        parameters.put(SAML2AssertionValidationParameters.SIGNATURE_REQUIRED, true);
        parameters.put(
                SAML2AssertionValidationParameters.SIGNATURE_VALIDATION_CRITERIA_SET,
                new net.shibboleth.utilities.java.support.resolver.CriteriaSet());
        parameters.put(SAML2AssertionValidationParameters.VALID_ISSUERS, Set.of(issuer));
        parameters.put(SAML2AssertionValidationParameters.COND_VALID_AUDIENCES, Set.of(SamlFixture.AUDIENCE));
        parameters.put(SAML2AssertionValidationParameters.SC_VALID_RECIPIENTS, Set.of(acs));
        parameters.put(SAML2AssertionValidationParameters.SC_CHECK_ADDRESS, false);
        parameters.put(SAML2AssertionValidationParameters.SC_RECIPIENT_REQUIRED, true);
        parameters.put(SAML2AssertionValidationParameters.SC_NOT_ON_OR_AFTER_REQUIRED, true);
        if (inResponseTo != null) {
            parameters.put(SAML2AssertionValidationParameters.SC_IN_RESPONSE_TO_REQUIRED, true);
            parameters.put(SAML2AssertionValidationParameters.SC_VALID_IN_RESPONSE_TO, inResponseTo);
        }
        return parameters;
    }

    private static void require(boolean condition, String complaint) {
        if (!condition) {
            throw new IllegalStateException(complaint);
        }
    }
}
