package dev.oin.checks.logout;

import static dev.oin.checks.logout.LogoutCheck.required;
import static dev.oin.checks.logout.LogoutCheck.right;
import static dev.oin.checks.logout.LogoutCheck.wrong;

import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import java.util.List;

/** UL-F4 and UL-F13: what cannot be seen from outside, and what somebody has seen by hand (sso-checks 4.2). */
final class PartialSupport {

    private static final String DRAFT = "Global Token Revocation 3.3";

    private PartialSupport() {}

    static List<LogoutCheck> all() {
        return List.of(
                required(
                        "UL-F4",
                        DRAFT,
                        "With partial support a revocation is answered with 204, and nothing new is granted",
                        "Partial support leaves the open session alone, but must not renew it.",
                        "Revoke the person's refresh tokens, and answer 204.",
                        PartialSupport::partial),
                required(
                        "UL-F13",
                        "testing-rules 5",
                        "Somebody has ended a session by hand and has seen it end",
                        "Where a script cannot see whether the session lives, a person can; the record says who saw what.",
                        "Open a session in the app, clear the person's sessions with the logout option, look at the app, and enter the record.",
                        PartialSupport::byHand));
    }

    private static Outcome partial(LogoutLab lab) {
        if (!lab.isPartial()) {
            return new Outcome.NotApplicable("The submission declares full support.");
        }
        return lab.withSession(
                session -> lab.revoked(
                        answer -> session.awaitEnd(lab.tools().properties().partialSessionEnds())
                                .map(after ->
                                        right("Taken; the session ended, too, after " + LogoutLab.seconds(after) + '.'))
                                .orElseGet(
                                        () -> byHand(lab) instanceof Outcome.Passed seen
                                                ? right("Taken. " + seen.observed())
                                                : new Outcome.Warned(
                                                        Fault.APP,
                                                        "",
                                                        "Taken; the open session goes on, as partial support allows. Whether refresh tokens are gone cannot be seen from outside.",
                                                        "Check by hand that the app gets no new access token, and enter the record of the manual test."))));
    }

    private static Outcome byHand(LogoutLab lab) {
        return lab.tools()
                .records()
                .latest(lab.instance().id())
                .map(record -> record.passed() ? right(record.inWords()) : wrong(record.inWords()))
                .orElseGet(
                        () -> new Outcome.NotApplicable(
                                "No manual test is recorded; it is needed only where a script cannot see whether the session lives."));
    }
}
