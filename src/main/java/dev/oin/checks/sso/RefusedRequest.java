package dev.oin.checks.sso;

import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.SignInEvent;
import java.net.URI;
import java.util.List;

/** The identity provider refused the app's request: which setting differs. */
final class RefusedRequest {

    private RefusedRequest() {}

    static Outcome outcome(App app, String reason, List<SignInEvent> events) {
        return new Outcome.Failed(
                Fault.CONFIGURATION,
                app.protocol() == Protocol.SAML
                        ? "The app's AuthnRequest agrees with the submission; the answer goes to " + addresses(app)
                                + "."
                        : "The app's authentication request agrees with the submission; its redirect URI is "
                                + addresses(app) + ".",
                reason + asked(app, events),
                app.protocol() == Protocol.SAML
                        ? "Enter in the submission the assertion consumer service and audience that the app uses, or correct them in the app; then generate a new instance."
                        : "Enter in the submission the redirect URI that the app uses, or correct it in the app; use this instance's client ID and the scopes openid, profile, email.");
    }

    /** What the app asked for, where it is not what was registered. */
    private static String asked(App app, List<SignInEvent> events) {
        return events.stream()
                .map(event ->
                        event.details().getOrDefault("acs_url", event.details().getOrDefault("redirect_uri", "")))
                .filter(url -> !url.isEmpty())
                .reduce((first, last) -> last)
                .filter(url -> !isRegistered(app, url))
                .map(url -> " The app asks for the answer at " + url + ", which is not registered.")
                .orElse("");
    }

    private static boolean isRegistered(App app, String url) {
        return app.answerAddresses().stream().map(URI::toString).anyMatch(url::equals);
    }

    private static String addresses(App app) {
        return String.join(
                " or ", app.answerAddresses().stream().map(URI::toString).toList());
    }
}
