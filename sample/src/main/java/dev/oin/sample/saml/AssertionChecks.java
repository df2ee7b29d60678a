package dev.oin.sample.saml;

import static dev.oin.sample.state.Weakness.SAML_AUDIENCE_IGNORED;
import static dev.oin.sample.state.Weakness.SAML_EXPIRED_ACCEPTED;
import static dev.oin.sample.state.Weakness.SAML_IN_RESPONSE_TO_IGNORED;
import static dev.oin.sample.state.Weakness.SAML_ISSUER_IGNORED;
import static dev.oin.sample.state.Weakness.SAML_RECIPIENT_IGNORED;

import dev.oin.sample.state.Connections;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.AudienceRestriction;
import org.opensaml.saml.saml2.core.Condition;
import org.opensaml.saml.saml2.core.Conditions;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.OneTimeUse;
import org.opensaml.saml.saml2.core.ProxyRestriction;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.core.SubjectConfirmation;
import org.opensaml.saml.saml2.core.SubjectConfirmationData;
import org.springframework.security.saml2.core.Saml2Error;
import org.springframework.security.saml2.core.Saml2ErrorCodes;
import org.springframework.security.saml2.provider.service.authentication.Saml2AuthenticationToken;
import org.springframework.stereotype.Component;

/** What must hold of an assertion in the web browser profile (saml-profiles 4.1.4.2 and 4.1.4.3, saml-core 2.5). */
@Component
class AssertionChecks {

    static final Duration SKEW = Duration.ofMinutes(2);

    private final Connections connections;
    private final Clock clock;

    AssertionChecks(Connections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    List<Saml2Error> errors(Assertion assertion, Saml2AuthenticationToken token) {
        List<String> errors = new ArrayList<>();
        issuer(assertion, token, errors);
        subject(assertion, token, errors);
        conditions(assertion, token, errors);
        if (assertion.getAuthnStatements().isEmpty()) {
            errors.add("The assertion has no AuthnStatement");
        }
        return errors.stream()
                .map(error -> new Saml2Error(Saml2ErrorCodes.INVALID_ASSERTION, error))
                .toList();
    }

    private void issuer(Assertion assertion, Saml2AuthenticationToken token, List<String> errors) {
        String expected =
                token.getRelyingPartyRegistration().getAssertingPartyMetadata().getEntityId();
        boolean right = assertion.getIssuer() != null
                && expected.equals(assertion.getIssuer().getValue());
        if (!right && !connections.has(SAML_ISSUER_IGNORED)) {
            errors.add("The assertion's Issuer is not " + expected);
        }
        if (assertion.getVersion() == null
                || !"2.0".equals(assertion.getVersion().toString())) {
            errors.add("The assertion is not of version 2.0");
        }
    }

    private void subject(Assertion assertion, Saml2AuthenticationToken token, List<String> errors) {
        NameID nameId =
                assertion.getSubject() == null ? null : assertion.getSubject().getNameID();
        String name = nameId == null ? null : nameId.getValue();
        if (name == null || name.isBlank() || !name.equals(name.strip())) {
            errors.add("The assertion names nobody");
            return;
        }
        List<String> reasons = new ArrayList<>();
        for (SubjectConfirmation confirmation : assertion.getSubject().getSubjectConfirmations()) {
            List<String> problems = confirmation(confirmation, assertion, token);
            if (problems.isEmpty()) {
                return;
            }
            reasons.addAll(problems);
        }
        errors.add(reasons.isEmpty() ? "There is no bearer confirmation" : reasons.getFirst());
    }

    private List<String> confirmation(
            SubjectConfirmation confirmation, Assertion assertion, Saml2AuthenticationToken token) {
        SubjectConfirmationData data = confirmation.getSubjectConfirmationData();
        if (!SubjectConfirmation.METHOD_BEARER.equals(confirmation.getMethod()) || data == null) {
            return List.of("There is no bearer confirmation");
        }
        List<String> errors = new ArrayList<>();
        String acs = token.getRelyingPartyRegistration().getAssertionConsumerServiceLocation();
        if (!acs.equals(data.getRecipient()) && !connections.has(SAML_RECIPIENT_IGNORED)) {
            errors.add("The confirmation's Recipient is not " + acs);
        }
        Instant end = data.getNotOnOrAfter();
        boolean over = end == null || !now().isBefore(end.plus(SKEW)) || data.getNotBefore() != null;
        if (over && !connections.has(SAML_EXPIRED_ACCEPTED)) {
            errors.add("The confirmation is no longer valid, has no end, or has a beginning");
        }
        Response response = (Response) assertion.getParent();
        String answered = response == null ? null : response.getInResponseTo();
        if (!Objects.equals(data.getInResponseTo(), answered) && !connections.has(SAML_IN_RESPONSE_TO_IGNORED)) {
            errors.add("The confirmation's InResponseTo differs from the response's");
        }
        return errors;
    }

    private void conditions(Assertion assertion, Saml2AuthenticationToken token, List<String> errors) {
        Conditions conditions = assertion.getConditions();
        if (conditions == null) {
            errors.add("The assertion has no Conditions");
            return;
        }
        boolean early = conditions.getNotBefore() != null
                && now().isBefore(conditions.getNotBefore().minus(SKEW));
        boolean late = conditions.getNotOnOrAfter() != null
                && !now().isBefore(conditions.getNotOnOrAfter().plus(SKEW));
        if ((early || late) && !connections.has(SAML_EXPIRED_ACCEPTED)) {
            errors.add(early ? "The assertion is not valid yet" : "The assertion has expired");
        }
        for (Condition condition : conditions.getConditions()) {
            if (!(condition instanceof AudienceRestriction
                    || condition instanceof OneTimeUse
                    || condition instanceof ProxyRestriction)) {
                errors.add("The assertion has a condition that is not understood");
            }
        }
        String us = token.getRelyingPartyRegistration().getEntityId();
        List<AudienceRestriction> restrictions = conditions.getAudienceRestrictions();
        boolean forUs = !restrictions.isEmpty()
                && restrictions.stream()
                        .allMatch(restriction ->
                                restriction.getAudiences().stream().anyMatch(audience -> us.equals(audience.getURI())));
        if (!forUs && !connections.has(SAML_AUDIENCE_IGNORED)) {
            errors.add("The assertion's audience is not " + us);
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
