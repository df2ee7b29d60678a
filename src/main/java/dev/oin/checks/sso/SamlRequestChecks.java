package dev.oin.checks.sso;

import static dev.oin.checks.sso.AdviceCheck.Finding;

import dev.oin.checks.Severity;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.SignInEvent.What;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Q-SA: what the app's authentication requests look like (sso-checks 1.1). */
final class SamlRequestChecks {

    private static final RequestSigns.Noted REQUESTS =
            new RequestSigns.Noted(Protocol.SAML, What.SAML_REQUEST_RECEIVED);

    private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
    private static final Duration CLOCKS = Duration.ofMinutes(3);

    private SamlRequestChecks() {}

    static List<AdviceCheck> all() {
        return List.of(
                REQUESTS.check(
                        "Q-SA-1",
                        Severity.REQUIRED,
                        "Core 3.2.1, 1.3.4",
                        "The AuthnRequest has version 2.0, a new unguessable ID, the time of now in UTC, and the entity ID as issuer",
                        "An ID that can be guessed or comes again lets an answer be used for somebody else.",
                        "Use the request builder of a kept SAML library, and set the issuer to the audience of the submission.",
                        SamlRequestChecks::header),
                REQUESTS.check(
                        "Q-SA-2",
                        Severity.WARNING,
                        "Core 3.2.1; Bind 3.4.5.2",
                        "The request's Destination is the sign-on URL of this instance; a signed request has one",
                        "A signed request without destination can be passed on to another identity provider.",
                        "Set Destination to the sign-on URL from this instance's metadata.",
                        SamlRequestChecks::destination),
                REQUESTS.check(
                        "Q-SA-3",
                        Severity.REQUIRED,
                        "Core 3.4.1",
                        "The request asks for the answer at a registered address, by address or by index, with HTTP-POST",
                        "An answer to an address that nobody registered is refused at customers.",
                        "Send AssertionConsumerServiceURL or AssertionConsumerServiceIndex as registered, not both.",
                        SamlRequestChecks::acs),
                REQUESTS.check(
                        "Q-SA-4",
                        Severity.WARNING,
                        "Core 3.4.1",
                        "The request is not signed with SHA-1 and does not forbid the sign-in page",
                        "SHA-1 is broken, and a passive request fails for everybody who has no session yet.",
                        "Sign with SHA-256, and leave IsPassive out.",
                        SamlRequestChecks::sensible));
    }

    private static Finding header(ObservedSignIn seen, Map<String, String> request) {
        var wrong = new ArrayList<String>();
        if (!"2.0".equals(request.get("version"))) {
            wrong.add("Version is " + request.get("version") + '.');
        }
        var ids = seen.samples().stream()
                .map(sample -> sample.getOrDefault("ID", ""))
                .filter(id -> !id.isEmpty())
                .toList();
        if (new HashSet<>(ids).size() < ids.size() || ids.contains(request.get("id"))) {
            wrong.add("The same ID came twice.");
        }
        if (RequestSigns.bits(request.getOrDefault("id", "")) < RequestSigns.BITS) {
            wrong.add("The ID " + request.get("id") + " has fewer than " + RequestSigns.BITS + " bits.");
        }
        wrong.add(clock(seen, request.getOrDefault("issue_instant", "")));
        var saml = seen.instance().app().saml();
        if (saml != null && !saml.audience().equals(request.get("issuer"))) {
            wrong.add(
                    "Issuer is " + request.get("issuer") + ", the audience of the submission " + saml.audience() + '.');
        }
        return Finding.unless(RequestSigns.joined(wrong), "They are, in " + (ids.size() + 1) + " requests.");
    }

    private static String clock(ObservedSignIn seen, String issued) {
        try {
            var received = seen.event(What.SAML_REQUEST_RECEIVED).orElseThrow().at();
            return Duration.between(Instant.parse(issued), received).abs().compareTo(CLOCKS) > 0
                    ? "IssueInstant is " + issued + ", received was it at " + received + '.'
                    : "";
        } catch (DateTimeException notUtc) {
            return "IssueInstant " + issued + " is no time in UTC.";
        }
    }

    private static Finding destination(ObservedSignIn seen, Map<String, String> request) {
        var destination = request.get("destination");
        var signed = !request.getOrDefault("signature", "not signed").equals("not signed");
        if (destination == null || destination.isEmpty()) {
            return signed
                    ? new Finding.Wrong("The request is signed and has no Destination.")
                    : new Finding.Right("None is set, nor needed.");
        }
        return Finding.unless(
                destination.equals(seen.ssoUrl()) ? "" : "Destination is " + destination + '.', destination);
    }

    private static Finding acs(ObservedSignIn seen, Map<String, String> request) {
        var wrong = new ArrayList<String>();
        var url = request.get("acs_url");
        if (url != null && request.containsKey("acs_index")) {
            wrong.add("Both an address and an index are sent.");
        }
        if (url != null
                && seen.app().answerAddresses().stream().map(URI::toString).noneMatch(url::equals)) {
            wrong.add(url + " is not registered.");
        }
        if (!POST.equals(request.getOrDefault("protocol_binding", POST))) {
            wrong.add("ProtocolBinding is " + request.get("protocol_binding") + '.');
        }
        return Finding.unless(
                RequestSigns.joined(wrong), url == null ? "No address is named; the default is used." : url);
    }

    private static Finding sensible(ObservedSignIn seen, Map<String, String> request) {
        var wrong = new ArrayList<String>();
        if (request.getOrDefault("signature", "").contains("SHA-1 is broken")) {
            wrong.add("The request is " + request.get("signature") + '.');
        }
        if ("true".equals(request.get("is_passive"))) {
            wrong.add("IsPassive is set.");
        }
        return Finding.unless(
                RequestSigns.joined(wrong), "The request is " + request.getOrDefault("signature", "not signed") + '.');
    }
}
