package dev.oin.checks.logout;

import static dev.oin.checks.logout.LogoutCheck.doubtful;
import static dev.oin.checks.logout.LogoutCheck.right;
import static dev.oin.checks.logout.LogoutCheck.wrong;

import dev.oin.checks.Outcome;
import dev.oin.checks.sso.AppSession;
import dev.oin.egress.Call;
import dev.oin.egress.Reply;
import dev.oin.egress.Reply.Answered;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sends calls that must be refused while a session lives, sees whether it still lives, and then ends it with a valid call as the control (J-2, J-3). */
final class Refusals {

    private static final List<String> INNARDS = List.of(
            "exception",
            "stacktrace",
            "stack trace",
            "at org.",
            "at java.",
            "at com.",
            "traceback",
            ".java:",
            ".py\"",
            "node_modules/",
            "node:internal/",
            "goroutine ",
            ".rb:");

    private Refusals() {}

    /**
     * A broken call.
     *
     * @param expected the statuses with which it should be refused
     */
    record Variant(String words, Call call, Set<Integer> expected) {}

    static Outcome judge(LogoutLab lab, List<Variant> variants) {
        return lab.withSession(session -> controlled(lab, judged(lab, session, variants)));
    }

    private static Outcome judged(LogoutLab lab, AppSession session, List<Variant> variants) {
        var accepted = new ArrayList<String>();
        var odd = new ArrayList<String>();
        for (var variant : variants) {
            lab.step("Sent a call with " + variant.words());
            switch (lab.send(variant.call())) {
                case Answered answer -> sort(variant, answer.status(), accepted, odd);
                case Reply.Refused refused -> odd.add(variant.words() + ": " + refused.reason());
                case Reply.Unreachable broken -> odd.add(variant.words() + ": " + broken.reason());
            }
        }
        return switch (session.look()) {
            case GONE ->
                wrong("The session was over afterwards. "
                        + (accepted.isEmpty()
                                ? "Sent were: " + words(variants)
                                : "Accepted: " + String.join("; ", accepted))
                        + '.');
            case UNCLEAR -> doubtful("The app fails at present.");
            case ALIVE -> verdict(accepted, odd);
        };
    }

    private static void sort(Variant variant, int status, List<String> accepted, List<String> odd) {
        if (status < 300) {
            accepted.add(variant.words() + " (status " + status + ')');
        } else if (!variant.expected().contains(status)) {
            odd.add(variant.words() + " was answered with " + status + " instead of "
                    + variant.expected().stream()
                            .sorted()
                            .map(String::valueOf)
                            .reduce((a, b) -> a + " or " + b)
                            .orElse(""));
        }
    }

    private static Outcome verdict(List<String> accepted, List<String> odd) {
        if (!accepted.isEmpty()) {
            return wrong("Accepted: " + String.join("; ", accepted) + '.');
        }
        return odd.isEmpty()
                ? right("All of them were refused, and the session went on.")
                : doubtful("The session went on, but " + String.join("; ", odd) + '.');
    }

    private static String words(List<Variant> variants) {
        return String.join(", ", variants.stream().map(Variant::words).toList());
    }

    /** What is refused by an endpoint that refuses everything proves nothing. */
    static Outcome controlled(LogoutLab lab, Outcome outcome) {
        if (!(outcome instanceof Outcome.Passed)) {
            return outcome;
        }
        return lab.answered(
                lab.send(lab.valid()),
                answer -> RefusedRevocation.isTaken(answer.status())
                        ? outcome
                        : new Outcome.Inconclusive(
                                "A valid call is answered with 204.",
                                "It was answered with " + answer.status() + ", so that the refusals prove nothing.",
                                "Let UL-F1 pass first."));
    }

    static Outcome judgeReplay(LogoutLab lab) {
        var used = lab.signed(lab.token());
        return lab.withSession(first -> lab.answered(lab.send(lab.with(used)), answer -> {
            if (!RefusedRevocation.isTaken(answer.status())) {
                return new Outcome.Inconclusive(
                        "A valid call is answered with 204.",
                        "It was answered with " + answer.status() + '.',
                        "Let UL-F1 pass first.");
            }
            first.awaitEnd(lab.isPartial() ? java.time.Duration.ZERO : lab.patience());
            if (!lab.isPartial() && first.signInAgain() != AppSession.Again.SIGNED_IN) {
                return new Outcome.Inconclusive(
                        "The person signs in again.", "The sign-in failed.", "Let UL-F8 pass first.");
            }
            lab.endAtProvider(lab.person());
            return controlled(
                    lab,
                    judged(
                            lab,
                            first,
                            List.of(
                                    new Variant("a token that was used before", lab.with(used), Set.of(401)),
                                    new Variant(
                                            "a token without jti",
                                            lab.with(lab.signed(lab.token().withoutClaim("jti"))),
                                            Set.of(401)))));
        }));
    }

    /** A call that may be taken or refused, but must not break anything. */
    static Outcome judgeTolerated(LogoutLab lab, Variant variant) {
        return lab.answered(
                lab.send(variant.call()),
                answer -> variant.expected().contains(answer.status())
                        ? right("Answered with " + answer.status() + '.')
                        : wrong("Answered with " + answer.status() + '.'));
    }

    static Outcome judgePlainHttp(LogoutLab lab) {
        if (!"https".equals(lab.endpoint().getScheme())) {
            return new Outcome.NotApplicable(
                    "The endpoint is a plain http address, which only the operator of this product can allow, for tests on one machine.");
        }
        var plain = URI.create("http" + lab.endpoint().toString().substring("https".length()));
        var call = new Call("POST", plain, List.of(), null, null, 0);
        return lab.send(call) instanceof Answered answer && answer.status() < 300
                ? wrong("Plain http was answered with " + answer.status() + '.')
                : right("Plain http is not served.");
    }

    static Outcome judgeWords(LogoutLab lab) {
        var expired = lab.token().claim("exp", 1_000_000_000L).claim("iat", 999_999_000L);
        return lab.answered(
                lab.send(lab.with(lab.signed(expired))),
                answer -> words(answer, lab.person().email()));
    }

    /** What the answer to a token that has expired says. */
    static Outcome words(Answered answer, String address) {
        var text = answer.text().toLowerCase(Locale.ROOT);
        if (INNARDS.stream().anyMatch(text::contains)) {
            return wrong("The refusal shows the app's innards.");
        }
        if (text.contains(address)) {
            return wrong("The refusal repeats the person's address.");
        }
        if (answer.status() < 300) {
            return new Outcome.Inconclusive(
                    "A token that has expired is refused, and the refusal says why.",
                    "It was answered with " + answer.status() + ", so that there is no refusal to read.",
                    "Refuse such tokens (UL-N7), then run the check again.");
        }
        return text.isBlank() && answer.header("WWW-Authenticate").isEmpty()
                ? doubtful("The refusal says nothing about why.")
                : right("The refusal gives a reason.");
    }

    static Call without(Call call, String header) {
        return new Call(
                call.method(),
                call.url(),
                call.headers().stream()
                        .filter(each -> !each.name().equalsIgnoreCase(header))
                        .toList(),
                call.body(),
                call.timeout(),
                call.redirects());
    }

    static Call authorized(Call call, String value) {
        return without(call, "Authorization").with("Authorization", value);
    }

    static Call method(Call call, String method) {
        return new Call(
                method,
                call.url(),
                call.headers(),
                method.equals("GET") ? null : call.body(),
                call.timeout(),
                call.redirects());
    }

    static Call form(LogoutLab lab) {
        return without(lab.valid(), "Content-Type")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .body("sub_id=" + lab.person().email());
    }
}
