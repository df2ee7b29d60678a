package dev.oin.checks.sso;

import static dev.oin.checks.sso.AdviceCheck.Finding;

import dev.oin.checks.Severity;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.SignInEvent.What;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Q-OI, F-OI-5 and F-OI-7: what the app's authorization and token requests look like (sso-checks 1.1). */
final class OidcRequestChecks {

    private static final RequestSigns.Noted REQUESTS =
            new RequestSigns.Noted(Protocol.OIDC, What.OIDC_REQUEST_RECEIVED);

    private static final Set<String> ALLOWED_SCOPES = Set.of("openid", "profile", "email", "address", "phone");
    private static final Duration SOON = Duration.ofSeconds(30);

    private OidcRequestChecks() {}

    static List<AdviceCheck> all() {
        return List.of(
                REQUESTS.check(
                        "Q-OI-1",
                        Severity.REQUIRED,
                        "OIDC 3.1.2.1",
                        "The request asks for a code, with openid and allowed scopes, to a registered redirect URI",
                        "Other response types bring tokens into the address bar; other scopes are refused.",
                        "Send response_type=code and the scopes openid, profile, email only.",
                        OidcRequestChecks::authorization),
                REQUESTS.check(
                        "Q-OI-2",
                        Severity.REQUIRED,
                        "RFC 6749 10.12; OIDC 15.5.2",
                        "state and nonce differ at every request and cannot be guessed",
                        "Whoever knows the next state can sign a victim in to an account of their own.",
                        "Make both from a secure random source, 128 bits or more, at every request.",
                        OidcRequestChecks::random),
                REQUESTS.check(
                        "Q-OI-3",
                        Severity.WARNING,
                        "RFC 7636; BCP 2.1.1",
                        "The request uses PKCE with S256",
                        "PKCE makes a stolen code worthless.",
                        "Turn PKCE with S256 on in the client library.",
                        OidcRequestChecks::pkce),
                REQUESTS.check(
                        "Q-OI-4",
                        Severity.REQUIRED,
                        "RFC 6749 4.1.3",
                        "The code is redeemed once, soon, and with the redirect URI of the request",
                        "A code that lies about can be stolen.",
                        "Redeem the code while the callback is handled.",
                        OidcRequestChecks::redeemed),
                REQUESTS.check(
                        "F-OI-5",
                        Severity.INFORMATION,
                        "OIDC 5.4",
                        "Profile and address are read from ID token or user info",
                        "Claims that are not asked for stay unknown.",
                        "Ask for the scopes profile and email.",
                        OidcRequestChecks::claims),
                REQUESTS.check(
                        "F-OI-7",
                        Severity.WARNING,
                        "RFC 6749 2.3.1",
                        "The client authenticates by header or body, and its secret is in no address",
                        "Addresses end up in logs and histories.",
                        "Use client_secret_basic or client_secret_post.",
                        OidcRequestChecks::client));
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
        return Finding.unless(RequestSigns.joined(wrong), "scope " + request.get("scope"));
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
            } else if (values.stream().mapToDouble(RequestSigns::bits).min().orElse(0) < RequestSigns.BITS) {
                wrong.add(name + " has fewer than " + RequestSigns.BITS + " bits.");
            }
        }
        return Finding.unless(
                RequestSigns.joined(wrong),
                "They differed in all of " + (seen.samples().size() + 1) + " requests.");
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
        return Finding.unless(RequestSigns.joined(wrong), "Once.");
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
}
