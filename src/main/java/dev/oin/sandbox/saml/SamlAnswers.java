package dev.oin.sandbox.saml;

import org.jspecify.annotations.Nullable;
import org.opensaml.saml.saml2.core.Response;
import org.springframework.stereotype.Component;

/** Writes answers: success with a signed assertion in a signed response, or a signed error. */
@Component
final class SamlAnswers {

    private final OpenSaml saml;
    private final ResponseWriter writer;
    private final ResponseSigner signer;

    SamlAnswers(OpenSaml saml, ResponseWriter writer, ResponseSigner signer) {
        this.saml = saml;
        this.writer = writer;
        this.signer = signer;
    }

    /** Signs the person in. */
    SamlAnswer success(
            IdentityProvider provider, ServiceProvider app, Reply reply, Subject subject, Tampering tampering) {
        var response = writer.success(provider, app, reply, subject);
        return new SamlAnswer(reply.acs(), signed(response, provider, tampering), reply.relayState());
    }

    /** Says why nobody is signed in. */
    SamlAnswer denial(
            IdentityProvider provider,
            String acs,
            @Nullable String inResponseTo,
            Denial denial,
            @Nullable String relayState) {
        var response = writer.denial(provider, acs, inResponseTo, denial);
        return new SamlAnswer(acs, signed(response, provider, Tampering.none()), relayState);
    }

    private String signed(Response response, IdentityProvider provider, Tampering tampering) {
        var text = tampering.beforeSigning().apply(saml.write(response));
        var toSign = (Response) saml.readOwn(text);
        return tampering.afterSigning().apply(signer.sign(toSign, provider.key()));
    }
}
