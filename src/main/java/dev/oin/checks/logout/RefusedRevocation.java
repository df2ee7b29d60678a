package dev.oin.checks.logout;

import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;

/** What is wrong where a valid revocation is not answered with 204: the same whatever a check wanted to see afterwards. */
final class RefusedRevocation {

    private static final int NO_CONTENT = 204;

    private RefusedRevocation() {}

    static Outcome outcome(int status) {
        return new Outcome.Failed(
                Fault.APP,
                "A valid revocation is answered with 204.",
                "A valid revocation was answered with status " + status + '.',
                remedy(status));
    }

    /** What a check came to whose call was taken: another success than 204 does not conform, which is a warning where all else is right (sso-checks 4.1). */
    static Outcome taken(int status, Outcome otherwise) {
        return status != NO_CONTENT && otherwise instanceof Outcome.Passed(var expected, var observed)
                ? new Outcome.Warned(
                        Fault.APP,
                        "A valid revocation is answered with 204. " + expected,
                        "It was answered with status " + status + ". " + observed,
                        "Answer 204: a caller takes nothing else for success.")
                : otherwise;
    }

    /** Whether a call was not refused. */
    static boolean isTaken(int status) {
        return status >= 200 && status < 300;
    }

    private static String remedy(int status) {
        if (status >= 500) {
            return "Look into the app's log for why it fails at a valid call.";
        }
        return switch (status) {
            case 401, 403 ->
                "Compare what the app expects of the token with what was sent: iss is this instance's issuer, aud the endpoint's address without a query, sub the client ID or the instance's ID, typ global-token-revocation+jwt.";
            case 404 ->
                "Look the person up by what was sent: the e-mail address in any letter case, or issuer and sub of the sign-in. Where the path is unknown, correct the endpoint on page 2.";
            case 400, 415, 422 -> "Take application/json with one member sub_id, in the format of the submission.";
            default -> "Take the call by POST at the endpoint of page 2, and answer 204.";
        };
    }
}
