package dev.oin.checks.logout;

import static dev.oin.checks.logout.LogoutCheck.doubtful;
import static dev.oin.checks.logout.LogoutCheck.required;
import static dev.oin.checks.logout.LogoutCheck.right;
import static dev.oin.checks.logout.LogoutCheck.warning;
import static dev.oin.checks.logout.LogoutCheck.wrong;

import dev.oin.checks.Outcome;
import dev.oin.checks.SideBySide;
import dev.oin.egress.Reply;
import dev.oin.egress.Reply.Answered;
import dev.oin.sandbox.logout.UniversalLogout;
import dev.oin.submission.Configuration.SubjectFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** UL-F6 to UL-F8, UL-F10 and UL-F12: revocations for people without sessions, again, in other words, and many at once (sso-checks 4.2). */
final class RepeatedCalls {

    private static final int CALLS_AT_ONCE = 20;

    private RepeatedCalls() {}

    static List<LogoutCheck> all() {
        return List.of(
                required(
                        "UL-F6",
                        "Global Token Revocation 3.4",
                        "A revocation for a person without a session is answered with 204",
                        "Administrators clear sessions without knowing whether there are any.",
                        "Answer 204 for every person that you know.",
                        RepeatedCalls::withoutSession),
                required(
                        "UL-F7",
                        "Global Token Revocation 3.4",
                        "Two revocations in a row are both answered with 204",
                        "Calls are repeated; the second one is no mistake.",
                        "Treat a person without sessions like one whose sessions were ended.",
                        RepeatedCalls::twice),
                required(
                        "UL-F8",
                        "",
                        "A person whose sessions were ended can sign in again",
                        "A revocation ends sessions; it locks nobody out.",
                        "Leave the account as it is.",
                        RepeatedCalls::signsInAgain),
                warning(
                        "UL-F10",
                        "RFC 9493 3.2.2",
                        "The address in another letter case names the same person, or nobody",
                        "Addresses arrive as administrators typed them.",
                        "Compare addresses without regard to letter case.",
                        RepeatedCalls::upperCase),
                warning(
                        "UL-F12",
                        "",
                        "Twenty revocations at once are all answered within ten seconds, none with an error of the server",
                        "An administrator may clear the sessions of a department.",
                        "Answer at once and end sessions in the background where that takes long.",
                        RepeatedCalls::many));
    }

    private static Outcome withoutSession(LogoutLab lab) {
        return lab.withSession(session -> lab.revoked(first -> {
            session.awaitEnd(lab.isPartial() ? Duration.ZERO : lab.patience());
            return lab.revoked(second -> right("Taken."));
        }));
    }

    private static Outcome twice(LogoutLab lab) {
        return lab.revoked(first -> lab.revoked(second -> right("Taken twice.")));
    }

    private static Outcome signsInAgain(LogoutLab lab) {
        return lab.withSession(session -> lab.revoked(answer -> {
            if (lab.isPartial()) {
                // The session goes on, so that only another browser asks for a sign-in.
                return session.beside(lab.person()).isPresent() ? signedInAgain() : lockedOut();
            }
            if (session.awaitEnd(lab.patience()).isEmpty()) {
                return new Outcome.Inconclusive(
                        "The session ends, and the person signs in again.",
                        "The session went on, so that nobody can say whether a new one would come about.",
                        "Let UL-F1 pass first.");
            }
            return switch (session.signInAgain()) {
                case SIGNED_IN -> signedInAgain();
                case NOT_ASKED ->
                    wrong("After the revocation the app asked for no sign-in: the session has not ended.");
                case REFUSED -> lockedOut();
            };
        }));
    }

    private static Outcome signedInAgain() {
        return right("The person signed in again.");
    }

    private static Outcome lockedOut() {
        return wrong("After the revocation the person could not sign in any more.");
    }

    private static Outcome upperCase(LogoutLab lab) {
        var logout = lab.instance().app().logout();
        if (logout == null || logout.subjectFormat() != SubjectFormat.EMAIL) {
            return new Outcome.NotApplicable("The submission declares another subject format.");
        }
        var call = lab.valid(UniversalLogout.email(lab.person().email().toUpperCase(Locale.ROOT)));
        return lab.answered(
                lab.send(call),
                answer -> RefusedRevocation.isTaken(answer.status()) || answer.status() == 404
                        ? right("Answered with " + answer.status() + '.')
                        : wrong("Answered with " + answer.status() + '.'));
    }

    private static Outcome many(LogoutLab lab) {
        var replies = new ConcurrentLinkedQueue<Reply>();
        SideBySide.run(
                CALLS_AT_ONCE,
                IntStream.range(0, CALLS_AT_ONCE).boxed().toList(),
                number -> replies.add(lab.send(lab.valid())));
        var silent =
                replies.stream().filter(reply -> !(reply instanceof Answered)).count();
        var broken = replies.stream()
                .filter(reply -> reply instanceof Answered answer && answer.status() >= 500)
                .count();
        return silent + broken == 0
                ? right("All of them were answered.")
                : doubtful("%d were not answered, %d with an error of the server.".formatted(silent, broken));
    }
}
