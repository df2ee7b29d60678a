package dev.oin.checks.logout;

import static dev.oin.checks.logout.LogoutCheck.right;
import static dev.oin.checks.logout.LogoutCheck.wrong;

import dev.oin.checks.CheckId;
import dev.oin.checks.Outcome;
import dev.oin.checks.Severity;
import dev.oin.egress.Reply.Answered;
import dev.oin.sandbox.logout.UniversalLogout;
import java.util.ArrayList;
import java.util.List;

/** UL-N19: a hundred revocations for a hundred people; run only where it is asked for (J-7). */
final class ManyPeople {

    static final CheckId ID = new CheckId("UL-N19");
    private static final int CALLS = 100;
    private static final int TOO_MANY = 429;

    private ManyPeople() {}

    static LogoutCheck check() {
        return new LogoutCheck(
                ID,
                Severity.INFORMATION,
                "Global Token Revocation 7.2",
                "A hundred revocations for a hundred people are answered or limited, and break nothing",
                "Whoever has stolen a key must not be able to sign out, or to bring down, the whole company.",
                "Limit calls per identity provider with 429 and Retry-After, and log them.",
                lab -> lab.withSession(session -> look(lab)));
    }

    private static Outcome look(LogoutLab lab) {
        var statuses = new ArrayList<Integer>();
        for (var number = 0; number < CALLS; number++) {
            var nobody = "nobody-%d-%s@example.com"
                    .formatted(number, lab.token().claims().get("jti"));
            statuses.add(
                    lab.send(lab.valid(UniversalLogout.email(nobody))) instanceof Answered answer
                            ? answer.status()
                            : 0);
        }
        lab.step("Sent " + CALLS + " revocations for people whom nobody knows");
        var broken =
                statuses.stream().filter(status -> status == 0 || status >= 500).count();
        return broken > 0
                ? wrong("%d of %d calls were not answered, or with an error of the server; first at call %d."
                        .formatted(broken, CALLS, firstBroken(statuses)))
                : lab.answered(lab.send(lab.valid()), valid -> after(statuses, valid.status()));
    }

    private static int firstBroken(List<Integer> statuses) {
        return 1
                + statuses.indexOf(statuses.stream()
                        .filter(status -> status == 0 || status >= 500)
                        .findFirst()
                        .orElseThrow());
    }

    private static Outcome after(List<Integer> statuses, int valid) {
        var limit = statuses.indexOf(TOO_MANY);
        var seen = limit < 0
                ? "All " + CALLS + " calls were answered; none was limited."
                : "Limited from call " + (limit + 1) + " on.";
        return RefusedRevocation.isTaken(valid) || valid == TOO_MANY
                ? right(seen + " A valid call afterwards was answered with " + valid + '.')
                : wrong(seen + " A valid call afterwards was answered with " + valid + '.');
    }
}
