package dev.oin.checks.sso;

import dev.oin.checks.sso.AdviceCheck.Finding;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.SignInEvent.What;

/** F-SA-8: an app that asks for a fresh sign-in accepts the answer that says when it was. */
final class FreshAuthentication {

    private FreshAuthentication() {}

    static AdviceCheck check() {
        return AdviceCheck.warning(
                "F-SA-8",
                Protocol.SAML,
                "Core 3.4.1",
                "Where the app asks with ForceAuthn, the person signs in anew and the later AuthnInstant is accepted",
                "People who are asked for their password again must come on, or nobody gets to what is protected by it.",
                "Compare AuthnInstant with the time of the request, not with that of the first session.",
                FreshAuthentication::look);
    }

    private static Finding look(AdviceLab lab) {
        var forced = lab.observed()
                .flatMap(seen -> seen.event(What.SAML_REQUEST_RECEIVED))
                .map(event -> "true".equals(event.details().get("force_authn")));
        if (forced.isEmpty()) {
            return new Finding.Unseen("The app sent no request of its own.");
        }
        if (!forced.get() || !lab.instance().signOn().honoursForceAuthn()) {
            return new Finding.Irrelevant("The app's requests do not have ForceAuthn.");
        }
        var again = lab.inSession(lab.person(), session -> switch (session.signInAgain()) {
            case SIGNED_IN ->
                new Finding.Right("The password was asked for again, and the second answer led to a session.");
            case NOT_ASKED -> new Finding.Irrelevant("The app asks nobody to sign in who has a session in it.");
            case REFUSED ->
                new Finding.Wrong("The person had a session, signed in anew as the app had asked, and was not let in: "
                        + session.text());
        });
        return again instanceof Finding.Unseen
                ? new Finding.Wrong(
                        "The first sign-in of the run worked; the next one, with a later AuthnInstant, led to no session.")
                : again;
    }
}
