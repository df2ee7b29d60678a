package dev.oin.checks.sso;

import static dev.oin.checks.sso.AdviceCheck.Finding;

import dev.oin.checks.CheckId;
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
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Q-SA and Q-OI: what the app's requests look like (sso-checks 1.1). */
final class RequestChecks {

    private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
    private static final Set<String> ALLOWED_SCOPES = Set.of("openid", "profile", "email", "address", "phone");
    private static final Duration CLOCKS = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int BITS = 128;

    private RequestChecks() {}

    static List<AdviceCheck> all() {
        return List.of(
                saml(
                        "Q-SA-1",
                        Severity.REQUIRED,
                        "Core 3.2.1, 1.3.4",
                        "The AuthnRequest has version 2.0, a new unguessable ID, the time of now in UTC, and the entity ID as issuer",
                        "An ID that can be guessed or comes again lets an answer be used for somebody else.",
                        "Use the request builder of a kept SAML library, and set the issuer to the audience of the submission.",
                        RequestChecks::header),
                saml(
                        "Q-SA-2",
                        Severity.WARNING,
                        "Core 3.2.1; Bind 3.4.5.2",
                        "The request's Destination is the sign-on URL of this instance; a signed request has one",
                        "A signed request without destination can be passed on to another identity provider.",
                        "Set Destination to the sign-on URL from this instance's metadata.",
                        RequestChecks::destination),
                saml(
                        "Q-SA-3",
                        Severity.REQUIRED,
                        "Core 3.4.1",
                        "The request asks for the answer at a registered address, by address or by index, with HTTP-POST",
                        "An answer to an address that nobody registered is refused at customers.",
                        "Send AssertionConsumerServiceURL or AssertionConsumerServiceIndex as registered, not both.",
                        RequestChecks::acs),
                saml(
                        "Q-SA-4",
                        Severity.WARNING,
                        "Core 3.4.1",
                        "The request is not signed with SHA-1 and does not forbid the sign-in page",
                        "SHA-1 is broken, and a passive request fails for everybody who has no session yet.",
                        "Sign with SHA-256, and leave IsPassive out.",
                        RequestChecks::sensible),
                oidc(
                        "Q-OI-1",
                        Severity.REQUIRED,
                        "OIDC 3.1.2.1",
                        "The request asks for a code, with openid and allowed scopes, to a registered redirect URI",
                        "Other response types bring tokens into the address bar; other scopes are refused.",
                        "Send response_type=code and the scopes openid, profile, email only.",
                        RequestChecks::authorization),
                oidc(
                        "Q-OI-2",
                        Severity.REQUIRED,
                        "RFC 6749 10.12; OIDC 15.5.2",
                        "state and nonce differ at every request and cannot be guessed",
                        "Whoever knows the next state can sign a victim in to an account of their own.",
                        "Make both from a secure random source, 128 bits or more, at every request.",
                        RequestChecks::random),
                oidc(
                        "Q-OI-3",
                        Severity.WARNING,
                        "RFC 7636; BCP 2.1.1",
                        "The request uses PKCE with S256",
                        "PKCE makes a stolen code worthless.",
                        "Turn PKCE with S256 on in the client library.",
                        RequestChecks::pkce),
                oidc(
                        "Q-OI-4",
                        Severity.REQUIRED,
                        "RFC 6749 4.1.3",
                        "The code is redeemed once, soon, and with the redirect URI of the request",
                        "A code that lies about can be stolen.",
                        "Redeem the code while the callback is handled.",
                        RequestChecks::redeemed),
                oidc(
                        "F-OI-5",
                        Severity.INFORMATION,
                        "OIDC 5.4",
                        "Profile and address are read from ID token or user info",
                        "Claims that are not asked for stay unknown.",
                        "Ask for the scopes profile and email.",
                        RequestChecks::claims),
                oidc(
                        "F-OI-7",
                        Severity.WARNING,
                        "RFC 6749 2.3.1",
                        "The client authenticates by header or body, and its secret is in no address",
                        "Addresses end up in logs and histories.",
                        "Use client_secret_basic or client_secret_post.",
                        RequestChecks::client));
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
        if (bits(request.getOrDefault("id", "")) < BITS) {
            wrong.add("The ID " + request.get("id") + " is short enough to be guessed.");
        }
        wrong.add(clock(seen, request.getOrDefault("issue_instant", "")));
        var saml = seen.instance().app().saml();
        if (saml != null && !saml.audience().equals(request.get("issuer"))) {
            wrong.add(
                    "Issuer is " + request.get("issuer") + ", the audience of the submission " + saml.audience() + '.');
        }
        return Finding.unless(joined(wrong), "They are, in " + (ids.size() + 1) + " requests.");
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
        return Finding.unless(joined(wrong), url == null ? "No address is named; the default is used." : url);
    }

    private static Finding sensible(ObservedSignIn seen, Map<String, String> request) {
        var wrong = new ArrayList<String>();
        if (request.getOrDefault("signature", "").contains("SHA-1 is broken")) {
            wrong.add("The request is " + request.get("signature") + '.');
        }
        if ("true".equals(request.get("is_passive"))) {
            wrong.add("IsPassive is set.");
        }
        return Finding.unless(joined(wrong), "The request is " + request.getOrDefault("signature", "not signed") + '.');
    }

    private static Finding authorization(ObservedSignIn seen, Map<String, String> request) {
        var wrong = new ArrayList<String>();
        var type = seen.request()
                .map(sent -> sent.parameters().getOrDefault("response_type", ""))
                .orElse("code");
        if (!type.equals("code")) {
            wrong.add("response_type is " + type + '.');
        }
        var scopes = Set.of(request.getOrDefault("scope", "").split(" "));
        if (!scopes.contains("openid")) {
            wrong.add("The scope openid is missing.");
        }
        var odd = scopes.stream()
                .filter(scope -> !ALLOWED_SCOPES.contains(scope) && !scope.isEmpty())
                .sorted()
                .toList();
        if (!odd.isEmpty()) {
            wrong.add("Scopes that are not allowed: " + String.join(", ", odd) + '.');
        }
        var redirect = request.getOrDefault("redirect_uri", "");
        if (seen.app().answerAddresses().stream().map(URI::toString).noneMatch(redirect::equals)) {
            wrong.add(redirect + " is not registered.");
        }
        return Finding.unless(joined(wrong), "scope " + request.get("scope"));
    }

    private static Finding random(ObservedSignIn seen, Map<String, String> request) {
        var wrong = new ArrayList<String>();
        for (var name : List.of("state", "nonce")) {
            var values = seen.samples().stream()
                    .map(sample -> sample.getOrDefault(name, ""))
                    .collect(Collectors.toCollection(ArrayList::new));
            values.add(request.getOrDefault(name, ""));
            if (values.contains("")) {
                wrong.add(name + " is missing.");
            } else if (new HashSet<>(values).size() < values.size()) {
                wrong.add(name + " came twice in " + values.size() + " requests.");
            } else if (values.stream().mapToDouble(RequestChecks::bits).min().orElse(0) < BITS) {
                wrong.add(name + " has fewer than " + BITS + " bits.");
            }
        }
        return Finding.unless(
                joined(wrong), "They differed in all of " + (seen.samples().size() + 1) + " requests.");
    }

    /** How many bits a value can have at most, by the alphabet that it is written in. */
    static double bits(String value) {
        var plain = value.replaceFirst("^(_|id-?|ID-?)", "");
        var alphabet = plain.matches("[0-9]*") ? 10 : plain.matches("[0-9a-fA-F-]*") ? 16 : 64;
        return plain.replace("-", alphabet == 16 ? "" : "-").length() * Math.log(alphabet) / Math.log(2);
    }

    private static Finding pkce(ObservedSignIn seen, Map<String, String> request) {
        var method = request.get("code_challenge_method");
        return Finding.unless(
                request.containsKey("code_challenge") && "S256".equals(method)
                        ? ""
                        : request.containsKey("code_challenge")
                                ? "The method is " + method + '.'
                                : "No code_challenge is sent.",
                "S256");
    }

    private static Finding redeemed(ObservedSignIn seen, Map<String, String> request) {
        var redeemed = seen.all(What.CODE_REDEEMED);
        if (redeemed.isEmpty()) {
            return new Finding.Unseen("No code was redeemed.");
        }
        var wrong = new ArrayList<String>();
        if (redeemed.size() + seen.all(What.TOKEN_REQUEST_REFUSED).size()
                > seen.all(What.OIDC_ANSWERED).size()) {
            wrong.add("The token endpoint was called %d times for one code."
                    .formatted(redeemed.size()
                            + seen.all(What.TOKEN_REQUEST_REFUSED).size()));
        }
        seen.event(What.OIDC_ANSWERED).ifPresent(answered -> {
            var took = Duration.between(answered.at(), redeemed.getLast().at());
            if (took.compareTo(SOON) > 0) {
                wrong.add("The code was redeemed after " + took.toSeconds() + " seconds.");
            }
        });
        if (!Objects.equals(redeemed.getLast().details().get("redirect_uri"), request.get("redirect_uri"))) {
            wrong.add("It was redeemed with another redirect_uri.");
        }
        return Finding.unless(joined(wrong), "Once.");
    }

    private static Finding claims(ObservedSignIn seen, Map<String, String> request) {
        var called = !seen.all(What.USERINFO_CALLED).isEmpty();
        return Finding.unless(
                request.getOrDefault("scope", "").contains("email") ? "" : "The scope email is not asked for.",
                called ? "User info was called." : "The ID token was enough.");
    }

    private static Finding client(ObservedSignIn seen, Map<String, String> request) {
        var leaks =
                seen.traffic().stream().anyMatch(sent -> sent.url().toString().contains("client_secret="));
        return Finding.unless(
                leaks ? "client_secret is in an address." : "",
                seen.event(What.CODE_REDEEMED)
                        .map(event -> event.details().getOrDefault("client_authentication", "by body or header"))
                        .orElse("Nothing was seen in an address."));
    }

    private static String joined(List<String> words) {
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    private static AdviceCheck saml(
            String id,
            Severity severity,
            String clause,
            String title,
            String why,
            String remedy,
            BiFunction<ObservedSignIn, Map<String, String>, Finding> judge) {
        return new AdviceCheck(
                new CheckId(id),
                Protocol.SAML,
                severity,
                clause,
                title,
                why,
                remedy,
                onRequest(What.SAML_REQUEST_RECEIVED, judge));
    }

    private static AdviceCheck oidc(
            String id,
            Severity severity,
            String clause,
            String title,
            String why,
            String remedy,
            BiFunction<ObservedSignIn, Map<String, String>, Finding> judge) {
        return new AdviceCheck(
                new CheckId(id),
                Protocol.OIDC,
                severity,
                clause,
                title,
                why,
                remedy,
                onRequest(What.OIDC_REQUEST_RECEIVED, judge));
    }

    private static Function<AdviceLab, Finding> onRequest(
            What what, BiFunction<ObservedSignIn, Map<String, String>, Finding> judge) {
        return lab -> lab.observed()
                .map(seen -> seen.event(what)
                        .map(event -> judge.apply(seen, event.details()))
                        .orElseGet(() -> new Finding.Unseen("The app sent no request of its own.")))
                .orElseGet(() -> new Finding.Unseen("No sign-in that began in the app was seen."));
    }
}
