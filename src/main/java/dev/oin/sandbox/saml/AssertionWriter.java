package dev.oin.sandbox.saml;

import dev.oin.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Audience;
import org.opensaml.saml.saml2.core.AudienceRestriction;
import org.opensaml.saml.saml2.core.AuthnContext;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnStatement;
import org.opensaml.saml.saml2.core.Conditions;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.SubjectConfirmation;
import org.opensaml.saml.saml2.core.SubjectConfirmationData;
import org.springframework.stereotype.Component;

/** Builds the assertion of the web browser SSO profile (Prof 4.1.4.2). */
@Component
final class AssertionWriter {

    private static final Duration VALIDITY = Duration.ofMinutes(5);

    private final OpenSaml saml;
    private final NameIds nameIds;
    private final AttributeStatements attributes;
    private final Ids ids;

    AssertionWriter(OpenSaml saml, NameIds nameIds, AttributeStatements attributes, Ids ids) {
        this.saml = saml;
        this.nameIds = nameIds;
        this.attributes = attributes;
        this.ids = ids;
    }

    Assertion assertion(IdentityProvider provider, ServiceProvider app, Reply reply, Subject subject, Instant now) {
        var assertion = saml.make(Assertion.class, Assertion.DEFAULT_ELEMENT_NAME);
        assertion.setID("_" + ids.next());
        assertion.setVersion(SAMLVersion.VERSION_20);
        assertion.setIssueInstant(now);
        var issuer = saml.make(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(provider.entityId());
        assertion.setIssuer(issuer);
        assertion.setSubject(subject(provider, app, reply, subject, now));
        assertion.setConditions(conditions(app, now));
        assertion.getAuthnStatements().add(authentication(reply, subject));
        attributes.of(app.app(), subject).ifPresent(assertion.getAttributeStatements()::add);
        return assertion;
    }

    private org.opensaml.saml.saml2.core.Subject subject(
            IdentityProvider provider, ServiceProvider app, Reply reply, Subject person, Instant now) {
        var data = saml.make(SubjectConfirmationData.class, SubjectConfirmationData.DEFAULT_ELEMENT_NAME);
        data.setRecipient(reply.acs());
        data.setNotOnOrAfter(now.plus(VALIDITY));
        if (reply.inResponseTo() != null) {
            data.setInResponseTo(reply.inResponseTo());
        }
        var confirmation = saml.make(SubjectConfirmation.class, SubjectConfirmation.DEFAULT_ELEMENT_NAME);
        confirmation.setMethod(SubjectConfirmation.METHOD_BEARER);
        confirmation.setSubjectConfirmationData(data);
        var subject = saml.make(
                org.opensaml.saml.saml2.core.Subject.class, org.opensaml.saml.saml2.core.Subject.DEFAULT_ELEMENT_NAME);
        subject.setNameID(nameIds.of(provider, app, reply.format(), person.person()));
        subject.getSubjectConfirmations().add(confirmation);
        return subject;
    }

    private Conditions conditions(ServiceProvider app, Instant now) {
        var audience = saml.make(Audience.class, Audience.DEFAULT_ELEMENT_NAME);
        audience.setURI(app.entityId());
        var restriction = saml.make(AudienceRestriction.class, AudienceRestriction.DEFAULT_ELEMENT_NAME);
        restriction.getAudiences().add(audience);
        var conditions = saml.make(Conditions.class, Conditions.DEFAULT_ELEMENT_NAME);
        conditions.setNotBefore(now.minus(VALIDITY));
        conditions.setNotOnOrAfter(now.plus(VALIDITY));
        conditions.getAudienceRestrictions().add(restriction);
        return conditions;
    }

    private AuthnStatement authentication(Reply reply, Subject subject) {
        var reference = saml.make(AuthnContextClassRef.class, AuthnContextClassRef.DEFAULT_ELEMENT_NAME);
        reference.setURI(reply.authnContext());
        var context = saml.make(AuthnContext.class, AuthnContext.DEFAULT_ELEMENT_NAME);
        context.setAuthnContextClassRef(reference);
        var statement = saml.make(AuthnStatement.class, AuthnStatement.DEFAULT_ELEMENT_NAME);
        statement.setAuthnInstant(subject.authenticatedAt());
        statement.setSessionIndex(subject.session());
        statement.setAuthnContext(context);
        return statement;
    }
}
