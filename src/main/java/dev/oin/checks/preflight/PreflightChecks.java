package dev.oin.checks.preflight;

import static dev.oin.checks.preflight.Contacts.configuration;

import dev.oin.checks.CheckId;
import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.preflight.Contacts.InstalledAddresses;
import dev.oin.egress.Call;
import dev.oin.egress.Reply.Answered;
import dev.oin.kernel.Protocol;
import dev.oin.submission.MetadataReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is contacted before any run (issue: most first failures are configuration). */
final class PreflightChecks {

    private static final String EARLY = "A sign-in that fails at a wrong address looks like a broken app.";

    private PreflightChecks() {}

    static List<PreflightCheck> all(MetadataReader metadata) {
        return List.of(
                check(
                        "PF-OI-1",
                        Protocol.OIDC,
                        "The redirect URIs lead into the app",
                        "Correct the redirect URI, or the app's route.",
                        "oidc.redirect_uris",
                        contacts -> contacts.each(
                                contacts.all(InstalledAddresses::redirectUris),
                                answer -> Contacts.isThere(answer, "Correct the redirect URI, or the app's route."))),
                check(
                        "PF-OI-2",
                        Protocol.OIDC,
                        "The SP initiate URL for OIDC leads into the app",
                        "Correct the SP initiate URL.",
                        "oidc_test.sp_url",
                        contacts -> start(
                                contacts, InstalledAddresses::oidcStart, "Correct the SP initiate URL on page 3.")),
                check(
                        "PF-OI-3",
                        Protocol.OIDC,
                        "The initiate login URI leads into the app",
                        "Correct the initiate login URI.",
                        "oidc.initiate_login_uri",
                        contacts -> start(
                                contacts,
                                InstalledAddresses::initiateUri,
                                "Correct the initiate login URI on page 2.")),
                check(
                        "PF-SA-1",
                        Protocol.SAML,
                        "The assertion consumer services can be reached",
                        "Correct the assertion consumer service URL.",
                        "saml.acs_url",
                        contacts ->
                                contacts.each(contacts.all(InstalledAddresses::acsUrls), PreflightChecks::takesPosts)),
                check(
                        "PF-SA-2",
                        Protocol.SAML,
                        "The SP initiate URL for SAML leads into the app",
                        "Correct the SP initiate URL.",
                        "saml_test.sp_url",
                        contacts -> start(
                                contacts, InstalledAddresses::samlStart, "Correct the SP initiate URL on page 3.")),
                check(
                        "PF-SA-3",
                        Protocol.SAML,
                        "The service provider's metadata agrees with the configuration",
                        "Enter what the app's metadata says, or correct the metadata.",
                        "saml.audience",
                        contacts -> new MetadataAgreement(metadata).of(contacts)),
                check(
                        "PF-SC-1",
                        Protocol.SCIM,
                        "The SCIM server can be reached",
                        "Correct the SCIM base URL.",
                        "scim.base_url",
                        ScimContacts::answers),
                check(
                        "PF-SC-2",
                        Protocol.SCIM,
                        "The SCIM server accepts the credentials",
                        "Enter the credentials that the server expects, at the instance.",
                        null,
                        ScimContacts::acceptsCredentials),
                check(
                        "PF-UL-1",
                        Protocol.UNIVERSAL_LOGOUT,
                        "The logout endpoint can be reached, and asks who calls",
                        "Correct the Universal Logout endpoint.",
                        "ul.endpoint",
                        PreflightChecks::logout));
    }

    /** The one about ourselves. */
    static PreflightCheck issuer(URI discovery, String issuer) {
        return check(
                "PF-IS-1",
                null,
                "The sandbox's issuer can be reached from outside",
                "The operator of this product sets its public address (oin.sandbox.public-url).",
                null,
                contacts -> contacts.judged(
                                discovery,
                                contacts.send(Call.get(discovery)),
                                answer ->
                                        answer.status() == 200 && answer.text().contains('"' + issuer + '"')
                                                ? Optional.empty()
                                                : Optional.of(
                                                        new Outcome.Errored(
                                                                Fault.PLATFORM,
                                                                discovery + " names the issuer " + issuer + '.',
                                                                "It is answered with " + answer.status()
                                                                        + ", without that issuer.",
                                                                "This says nothing about your app; tell the operator of this product.")))
                        .map(PreflightChecks::ours)
                        .orElseGet(() -> new Outcome.Passed(
                                issuer + " can be reached.", "It can be reached at its public address.")));
    }

    /** An address of ours that does not answer is never the app's configuration. */
    private static Outcome ours(Outcome outcome) {
        return new Outcome.Errored(
                Fault.PLATFORM,
                outcome.expected(),
                outcome.observed(),
                "Apps elsewhere cannot reach this product at its public address. It says nothing about your app; tell the operator of this product.");
    }

    private static PreflightCheck check(
            String id,
            @Nullable Protocol protocol,
            String title,
            String remedy,
            @Nullable String field,
            Function<Contacts, Outcome> contact) {
        return new PreflightCheck(new CheckId(id), protocol, title, EARLY, remedy, field, contact);
    }

    private static Outcome start(Contacts contacts, Function<InstalledAddresses, @Nullable URI> which, String remedy) {
        return contacts.each(
                contacts.all(one -> Stream.ofNullable(which.apply(one)).toList()),
                answer -> Contacts.isThere(answer, remedy));
    }

    /** Endpoints for POST refuse a GET in many ways; only a failing app says something. */
    private static Optional<Outcome> takesPosts(Answered answer) {
        return answer.status() == 404
                ? Optional.of(new Outcome.Warned(
                        Fault.CONFIGURATION,
                        answer.url() + " takes SAML responses.",
                        "A GET is answered with 404. That can be so where only POST is served.",
                        "Compare the address with the app's documentation; a sign-in will tell."))
                : Contacts.isBroken(answer);
    }

    private static Outcome logout(Contacts contacts) {
        for (var address : contacts.all(one -> Stream.ofNullable(one.logout()).toList())) {
            var call = Call.of("POST", address)
                    .with("Content-Type", "application/json")
                    .body("{}");
            var wrong = contacts.judged(address, contacts.send(call), PreflightChecks::asksWhoCalls);
            if (wrong.isPresent()) {
                return wrong.get();
            }
        }
        return contacts.all(one -> Stream.ofNullable(one.logout()).toList()).isEmpty()
                ? new Outcome.NotApplicable("There is no logout endpoint.")
                : new Outcome.Passed("The endpoint refuses a call without a token.", "It does.");
    }

    private static Optional<Outcome> asksWhoCalls(Answered answer) {
        if (answer.status() < 300) {
            return Optional.of(new Outcome.Failed(
                    Fault.APP,
                    "The endpoint refuses a call without a token.",
                    "It answers " + answer.status() + '.',
                    "Require the signed token."));
        }
        return answer.status() == 405
                ? Optional.of(configuration(
                        answer.url() + " takes POST.",
                        "It answers 405.",
                        "Correct the Universal Logout endpoint on page 2."))
                : Contacts.isThere(answer, "Correct the Universal Logout endpoint on page 2.");
    }
}
