package dev.oin.checks.sso;

import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.SignInEvent;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The identity provider refused the app's request: which setting differs. */
final class RefusedRequest {

    /** How a reason begins that no setting of the submission can mend, and what does. */
    private static final Map<String, String> OTHER_CAUSES = Map.of(
            "The request cannot be read",
            "Correct how the app writes and encodes its request, as said above; nothing in the submission has to change.",
            "The request's signature",
            "Correct how the app signs its requests, or let it send them unsigned; nothing in the submission has to change.",
            "IssueInstant",
            "Set the clock of the app's server, and let it write IssueInstant in UTC.",
            "Version",
            "Let the app write a SAML 2.0 request.");

    private RefusedRequest() {}

    static Outcome outcome(App app, String reason, List<SignInEvent> events) {
        return app.protocol() == Protocol.SAML
                ? saml(app, reason, reason + asked(app, events))
                : new Outcome.Failed(
                        Fault.CONFIGURATION,
                        "The app's authentication request agrees with the submission; its redirect URI is "
                                + addresses(app) + ".",
                        reason + asked(app, events),
                        reason.contains("not valid")
                                ? "Correct the parameter that is named above in the app's request (OIDC Core 3.1.2.1)."
                                : "Enter in the submission the redirect URI that the app uses, or correct it in the app; use this instance's client ID and the scopes openid, profile, email.");
    }

    private static Outcome saml(App app, String reason, String observed) {
        return OTHER_CAUSES.entrySet().stream()
                .filter(cause -> reason.startsWith(cause.getKey()))
                .findFirst()
                .map(cause -> new Outcome.Failed(
                        Fault.APP, "The app sends an AuthnRequest that can be answered.", observed, cause.getValue()))
                .orElseGet(
                        () -> new Outcome.Failed(
                                Fault.CONFIGURATION,
                                "The app's AuthnRequest agrees with the submission; the answer goes to "
                                        + addresses(app) + ".",
                                observed,
                                reason.startsWith("Destination")
                                        ? "Enter this instance's sign-on URL, or its metadata, in the app."
                                        : "Enter in the submission the assertion consumer service and audience that the app uses, or correct them in the app; then generate a new instance."));
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
