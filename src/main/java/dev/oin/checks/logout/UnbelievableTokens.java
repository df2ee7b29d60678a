package dev.oin.checks.logout;

import static dev.oin.checks.logout.LogoutCheck.required;
import static dev.oin.checks.logout.LogoutCheck.warning;

import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.logout.Refusals.Variant;
import dev.oin.sandbox.logout.LogoutToken;
import dev.oin.sandbox.logout.LogoutTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** UL-N1 to UL-N11: calls whose token must not be believed (sso-checks 4.3); each is one defect in an otherwise valid call. */
final class UnbelievableTokens {

    private static final String CALLER =
            "Whoever can make the app believe a call can sign out everybody, whenever they like.";
    private static final Set<Integer> UNAUTHENTICATED = Set.of(401);
    private static final Set<Integer> NOT_ALLOWED = Set.of(401, 403);

    private static final Map<String, UnaryOperator<LogoutToken>> WRONG_TIMES = Map.of(
            "expired",
            token -> later(later(token, "exp", Duration.ofMinutes(-20)), "iat", Duration.ofMinutes(-25)),
            "not valid yet",
            token -> later(token, "nbf", Duration.ofMinutes(30)));

    private UnbelievableTokens() {}

    static List<LogoutCheck> all() {
        return List.of(
                required(
                        "UL-N1",
                        "Global Token Revocation 3.2",
                        "A call without a bearer token is refused with 401",
                        CALLER,
                        "Require a bearer token before looking at the body.",
                        lab -> Refusals.judge(
                                lab,
                                List.of(
                                        new Variant(
                                                "no Authorization",
                                                Refusals.without(lab.valid(), "Authorization"),
                                                UNAUTHENTICATED),
                                        new Variant(
                                                "Basic",
                                                Refusals.authorized(lab.valid(), "Basic b2luOnRlc3Q="),
                                                UNAUTHENTICATED),
                                        new Variant(
                                                "an empty Bearer",
                                                Refusals.authorized(lab.valid(), "Bearer "),
                                                UNAUTHENTICATED)))),
                required(
                        "UL-N2",
                        "RFC 8725 3.1",
                        "A token without a real signature is refused with 401",
                        CALLER,
                        "Accept RS256 only, whatever the token's header says.",
                        lab -> Refusals.judge(
                                lab,
                                List.of(
                                        new Variant("alg none", lab.with(Forgery.unsigned(lab)), UNAUTHENTICATED),
                                        new Variant(
                                                "HS256 with the public key",
                                                lab.with(Forgery.hmacWithPublicKey(lab)),
                                                UNAUTHENTICATED)))),
                required(
                        "UL-N3",
                        "RFC 8725 3.10",
                        "A token of another key, or one that was changed, is refused with 401",
                        CALLER,
                        "Verify the signature with the keys of the configured issuer only; take no key from the token.",
                        lab -> Refusals.judge(
                                lab,
                                List.of(
                                        new Variant("another key", lab.with(Forgery.otherKey(lab)), UNAUTHENTICATED),
                                        new Variant(
                                                "changed after signing",
                                                lab.with(Forgery.tampered(lab)),
                                                UNAUTHENTICATED),
                                        new Variant(
                                                "another key, in the header",
                                                lab.with(Forgery.otherKeyInHeader(lab)),
                                                UNAUTHENTICATED)))),
                claims(
                        "UL-N4",
                        "RFC 7519 4.1.1",
                        "A token of another issuer is refused",
                        NOT_ALLOWED,
                        "Compare iss with the configured issuer.",
                        Map.of(
                                "another issuer",
                                token -> token.claim("iss", "https://other.example.com"),
                                "no issuer",
                                token -> token.withoutClaim("iss"))),
                claims(
                        "UL-N5",
                        "RFC 7519 4.1.3",
                        "A token for another audience is refused with 401",
                        UNAUTHENTICATED,
                        "Compare aud with the address of your own endpoint.",
                        Map.of(
                                "another audience",
                                token -> token.claim("aud", "https://other.example.com/logout"),
                                "no audience",
                                token -> token.withoutClaim("aud"))),
                warned(
                        "UL-N6",
                        "RFC 7519 4.1.3",
                        "A token whose audience has a query is refused with 401",
                        "Compare aud as a whole.",
                        Map.of(
                                "audience with a query",
                                token -> token.claim("aud", token.claims().get("aud") + "?tenant=other"))),
                required(
                        "UL-N7",
                        "RFC 7519 4.1.4, 4.1.5",
                        "A token that has expired or is not valid yet is refused with 401",
                        CALLER,
                        "Compare exp and nbf with your clock, and allow a minute; refuse tokens that live for hours.",
                        lab -> shortLived(
                                lab, tokens(UNAUTHENTICATED, WRONG_TIMES).apply(lab))),
                required(
                        "UL-N8",
                        "Global Token Revocation 3.5",
                        "A token that was used before, or has no jti, is refused with 401",
                        CALLER,
                        "Remember jti until the token expires.",
                        Refusals::judgeReplay),
                claims(
                        "UL-N9",
                        "RFC 7519 4.1.2",
                        "A token of another client or instance is refused",
                        NOT_ALLOWED,
                        "Compare sub with the client ID, or with the instance, that you were configured with.",
                        Map.of("another subject", token -> token.claim("sub", "0oa-another-client"))),
                warned(
                        "UL-N10",
                        "RFC 8725 3.11",
                        "A token of another type is refused with 401",
                        "Require typ " + LogoutTokens.TYPE + '.',
                        Map.of("typ JWT", token -> token.header("typ", "JWT"))),
                required(
                        "UL-N11",
                        "RFC 8725 3.12",
                        "An ID token in place of the logout token is refused with 401",
                        CALLER,
                        "Tell the two apart by type and audience.",
                        lab -> Refusals.judge(
                                lab,
                                List.of(new Variant("an ID token", lab.with(Forgery.idToken(lab)), UNAUTHENTICATED)))));
    }

    private static LogoutCheck claims(
            String id,
            String clause,
            String title,
            Set<Integer> expected,
            String remedy,
            Map<String, UnaryOperator<LogoutToken>> changes) {
        return required(id, clause, title, CALLER, remedy, tokens(expected, changes)::apply);
    }

    private static LogoutCheck warned(
            String id, String clause, String title, String remedy, Map<String, UnaryOperator<LogoutToken>> changes) {
        return warning(id, clause, title, CALLER, remedy, tokens(UNAUTHENTICATED, changes)::apply);
    }

    private static Function<LogoutLab, Outcome> tokens(
            Set<Integer> expected, Map<String, UnaryOperator<LogoutToken>> changes) {
        return lab -> Refusals.judge(
                lab,
                changes.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(change -> new Variant(
                                change.getKey(),
                                lab.with(lab.signed(change.getValue().apply(lab.token()))),
                                expected))
                        .toList());
    }

    /** Whoever gets hold of a token that lives for a day can use it all day; no clause forbids it. */
    private static Outcome shortLived(LogoutLab lab, Outcome otherwise) {
        if (!(otherwise instanceof Outcome.Passed)) {
            return otherwise;
        }
        lab.step("Sent a call with a token that is valid for a day");
        var token = later(lab.token(), "exp", Duration.ofDays(1));
        return lab.answered(
                lab.send(lab.with(lab.signed(token))),
                answer -> RefusedRevocation.isTaken(answer.status())
                        ? new Outcome.Warned(
                                Fault.APP,
                                "A token that is valid for a day is refused with 401.",
                                "It was answered with " + answer.status() + '.',
                                "Refuse tokens whose exp is more than an hour after iat.")
                        : otherwise);
    }

    private static LogoutToken later(LogoutToken token, String claim, Duration by) {
        return token.claim(claim, ((Number) token.claims().getOrDefault(claim, 0)).longValue() + by.toSeconds());
    }
}
