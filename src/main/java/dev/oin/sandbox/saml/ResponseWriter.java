package dev.oin.sandbox.saml;

import dev.oin.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.core.Status;
import org.opensaml.saml.saml2.core.StatusCode;
import org.opensaml.saml.saml2.core.StatusMessage;
import org.springframework.stereotype.Component;

/** Builds unsigned responses (Core 3.3.3). */
@Component
final class ResponseWriter {

    private final OpenSaml saml;
    private final AssertionWriter assertions;
    private final Clock clock;
    private final Ids ids;

    ResponseWriter(OpenSaml saml, AssertionWriter assertions, Clock clock, Ids ids) {
        this.saml = saml;
        this.assertions = assertions;
        this.clock = clock;
        this.ids = ids;
    }

    Response success(IdentityProvider provider, ServiceProvider app, Reply reply, Subject subject) {
        var now = now();
        var response = response(provider, reply.acs(), reply.inResponseTo(), now);
        response.setStatus(status(StatusCode.SUCCESS));
        response.getAssertions().add(assertions.assertion(provider, app, reply, subject, now));
        return response;
    }

    Response denial(IdentityProvider provider, String acs, @Nullable String inResponseTo, Denial denial) {
        var response = response(provider, acs, inResponseTo, now());
        var status = status(denial.status());
        var code = status.getStatusCode();
        if (code != null) {
            code.setStatusCode(code(denial.detail()));
        }
        var message = saml.make(StatusMessage.class, StatusMessage.DEFAULT_ELEMENT_NAME);
        message.setValue(denial.message());
        status.setStatusMessage(message);
        response.setStatus(status);
        return response;
    }

    private Response response(IdentityProvider provider, String acs, @Nullable String inResponseTo, Instant now) {
        var response = saml.make(Response.class, Response.DEFAULT_ELEMENT_NAME);
        response.setID("_" + ids.next());
        response.setVersion(SAMLVersion.VERSION_20);
        response.setIssueInstant(now);
        response.setDestination(acs);
        if (inResponseTo != null) {
            response.setInResponseTo(inResponseTo);
        }
        var issuer = saml.make(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(provider.entityId());
        response.setIssuer(issuer);
        return response;
    }

    private Status status(String value) {
        var status = saml.make(Status.class, Status.DEFAULT_ELEMENT_NAME);
        status.setStatusCode(code(value));
        return status;
    }

    private StatusCode code(String value) {
        var code = saml.make(StatusCode.class, StatusCode.DEFAULT_ELEMENT_NAME);
        code.setValue(value);
        return code;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
