package dev.oin.sample.saml;

import dev.oin.sample.people.Admission.Admitted;
import dev.oin.sample.people.Admission.Refused;
import dev.oin.sample.people.Arrival;
import dev.oin.sample.people.FrontDoor;
import dev.oin.sample.people.Identity;
import dev.oin.sample.people.Member;
import dev.oin.sample.people.NotAdmitted;
import dev.oin.sample.state.Connections;
import dev.oin.sample.state.UsedOnce;
import dev.oin.sample.state.Weakness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.AuthnStatement;
import org.opensaml.saml.saml2.core.Response;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.saml2.core.Saml2Error;
import org.springframework.security.saml2.core.Saml2ErrorCodes;
import org.springframework.security.saml2.provider.service.authentication.Saml2AuthenticationException;
import org.springframework.stereotype.Component;

/** Lets in the person whom a checked response names, once per assertion. */
@Component
class SamlArrivals {

    private final FrontDoor door;
    private final UsedOnce used;
    private final Connections connections;
    private final Clock clock;
    private final Map<String, Instant> firstEntered = new ConcurrentHashMap<>();

    SamlArrivals(FrontDoor door, UsedOnce used, Connections connections, Clock clock) {
        this.door = door;
        this.used = used;
        this.connections = connections;
        this.clock = clock;
    }

    AbstractAuthenticationToken arrive(Response response) {
        Assertion assertion = response.getAssertions().getFirst();
        refuseReplay(assertion);
        refuseLaterSignIn(assertion);
        breakAtManyValues(assertion);
        return switch (door.admit(arrival(assertion))) {
            case Admitted admitted ->
                UsernamePasswordAuthenticationToken.authenticated(
                        new Member(admitted.account().id(), "SAML", clock.instant(), end(assertion), null),
                        null,
                        AuthorityUtils.createAuthorityList("ROLE_MEMBER"));
            case Refused refused -> throw new NotAdmitted(refused.reason());
        };
    }

    private void refuseReplay(Assertion assertion) {
        Instant end = assertion.getSubject().getSubjectConfirmations().stream()
                .map(confirmation -> confirmation.getSubjectConfirmationData().getNotOnOrAfter())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseGet(clock::instant)
                .plus(AssertionChecks.SKEW);
        Instant atLeast = clock.instant().plus(Duration.ofMinutes(10));
        boolean first = used.firstUse("saml " + assertion.getID(), end.isAfter(atLeast) ? end : atLeast);
        if (!first && !connections.has(Weakness.SAML_REPLAY_ACCEPTED)) {
            throw refused("This assertion was used before");
        }
    }

    private void refuseLaterSignIn(Assertion assertion) {
        String person =
                issuer(assertion) + ' ' + assertion.getSubject().getNameID().getValue();
        Instant entered = assertion.getAuthnStatements().getFirst().getAuthnInstant();
        if (connections.has(Weakness.SAML_LATER_SIGN_IN_REFUSED)
                && entered != null
                && entered.isAfter(firstEntered.computeIfAbsent(person, first -> entered))) {
            throw refused("The session has begun already");
        }
    }

    private void breakAtManyValues(Assertion assertion) {
        boolean odd = assertion.getAttributeStatements().stream()
                .flatMap(statement -> statement.getAttributes().stream())
                .anyMatch(attribute -> attribute.getAttributeValues().size() != 1
                        || text(attribute.getAttributeValues().getFirst()).isEmpty());
        if (odd && connections.has(Weakness.SAML_MANY_VALUES_SERVER_ERROR)) {
            throw new IllegalStateException("An attribute with one value was expected");
        }
    }

    private static Arrival arrival(Assertion assertion) {
        String nameId = assertion.getSubject().getNameID().getValue();
        String email = attribute(assertion, "email");
        return new Arrival(
                new Identity(issuer(assertion), nameId),
                email == null && nameId.contains("@") ? nameId : email,
                true,
                attribute(assertion, "firstName"),
                attribute(assertion, "lastName"));
    }

    private static String issuer(Assertion assertion) {
        return assertion.getIssuer() == null ? "" : assertion.getIssuer().getValue();
    }

    private static @Nullable String attribute(Assertion assertion, String name) {
        List<String> values = assertion.getAttributeStatements().stream()
                .flatMap(statement -> statement.getAttributes().stream())
                .filter(attribute -> name.equalsIgnoreCase(attribute.getName()))
                .flatMap(attribute -> attribute.getAttributeValues().stream())
                .map(SamlArrivals::text)
                .filter(text -> !text.isBlank())
                .toList();
        if (values.size() > 1) {
            throw refused("The attribute " + name + " must have one value");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    private static String text(XMLObject value) {
        return value.getDOM() == null ? "" : value.getDOM().getTextContent().strip();
    }

    private static @Nullable Instant end(Assertion assertion) {
        return assertion.getAuthnStatements().stream()
                .map(AuthnStatement::getSessionNotOnOrAfter)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Saml2AuthenticationException refused(String reason) {
        return new Saml2AuthenticationException(new Saml2Error(Saml2ErrorCodes.INVALID_ASSERTION, reason));
    }
}
