package dev.oin.checks.logout;

import static dev.oin.checks.logout.LogoutCheck.doubtful;
import static dev.oin.checks.logout.LogoutCheck.required;
import static dev.oin.checks.logout.LogoutCheck.right;
import static dev.oin.checks.logout.LogoutCheck.warning;
import static dev.oin.checks.logout.LogoutCheck.wrong;

import dev.oin.checks.Outcome;
import dev.oin.checks.SideBySide;
import dev.oin.checks.sso.AppSession;
import dev.oin.checks.sso.AppSession.State;
import dev.oin.egress.Reply;
import dev.oin.egress.Reply.Answered;
import dev.oin.sandbox.logout.UniversalLogout;
import dev.oin.submission.Configuration.SubjectFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** UL-F: what a revocation has to bring about (sso-checks 4.2). */
final class FunctionalLogoutChecks {

    private static final String DRAFT = "Global Token Revocation 3.3";
    private static final int CALLS_AT_ONCE = 20;
    private static final int LOOKS_AFTER = 2;

    private FunctionalLogoutChecks() {}

    static List<LogoutCheck> all() {
        return List.of(
                required(
                        "UL-F1",
                        DRAFT,
                        "A revocation by e-mail address is answered with 204 and ends the person's session",
                        "An administrator who clears a person's sessions must be able to rely on it.",
                        "Delete the person's sessions when the call comes, and answer 204.",
                        lab -> ends(lab, SubjectFormat.EMAIL)),
                required(
                        "UL-F2",
                        DRAFT,
                        "A revocation ends the sessions in all of the person's browsers",
                        "A lost laptop is rarely the browser that the person uses now.",
                        "Delete all sessions of the person, not the latest alone.",
                        FunctionalLogoutChecks::endsInTwoBrowsers),
                required(
                        "UL-F3",
                        "RFC 9493 3.2.3",
                        "A revocation by issuer and subject ends the person's session",
                        "Apps that declare iss_sub are called with nothing else.",
                        "Find the person by the issuer and the subject of the sign-in.",
                        lab -> ends(lab, SubjectFormat.ISS_SUB)),
                required(
                        "UL-F4",
                        DRAFT,
                        "With partial support a revocation is answered with 204, and nothing new is granted",
                        "Partial support leaves the open session alone, but must not renew it.",
                        "Revoke the person's refresh tokens, and answer 204.",
                        FunctionalLogoutChecks::partial),
                required(
                        "UL-F5",
                        DRAFT,
                        "With full support nothing brings the ended session back",
                        "A session that a remembered cookie revives was not ended.",
                        "Delete whatever can renew the session, remember-me cookies too.",
                        FunctionalLogoutChecks::staysEnded),
                required(
                        "UL-F6",
                        "Global Token Revocation 3.4",
                        "A revocation for a person without a session is answered with 204",
                        "Administrators clear sessions without knowing whether there are any.",
                        "Answer 204 for every person that you know.",
                        FunctionalLogoutChecks::withoutSession),
                required(
                        "UL-F7",
                        "Global Token Revocation 3.4",
                        "Two revocations in a row are both answered with 204",
                        "Calls are repeated; the second one is no mistake.",
                        "Treat a person without sessions like one whose sessions were ended.",
                        FunctionalLogoutChecks::twice),
                required(
                        "UL-F8",
                        "",
                        "A person whose sessions were ended can sign in again",
                        "A revocation ends sessions; it locks nobody out.",
                        "Leave the account as it is.",
                        FunctionalLogoutChecks::signsInAgain),
                required(
                        "UL-F9",
                        "Global Token Revocation 7.1",
                        "A revocation leaves other people's sessions alone",
                        "One person's incident must not sign out a company.",
                        "End sessions of the named person only.",
                        FunctionalLogoutChecks::leavesOthers),
                warning(
                        "UL-F10",
                        "RFC 9493 3.2.2",
                        "The address in another letter case names the same person, or nobody",
                        "Addresses arrive as administrators typed them.",
                        "Compare addresses without regard to letter case.",
                        FunctionalLogoutChecks::upperCase),
                warning(
                        "UL-F12",
                        "",
                        "Twenty revocations at once are all answered within ten seconds, none with an error of the server",
                        "An administrator may clear the sessions of a department.",
                        "Answer at once and end sessions in the background where that takes long.",
                        FunctionalLogoutChecks::many),
                required(
                        "UL-F13",
                        "testing-rules 5",
                        "Somebody has ended a session by hand and has seen it end",
                        "Where a script cannot see whether the session lives, a person can; the record says who saw what.",
                        "Open a session in the app, clear the person's sessions with the logout option, look at the app, and enter the record.",
                        FunctionalLogoutChecks::byHand));
    }

    private static Outcome ends(LogoutLab lab, SubjectFormat format) {
        var logout = lab.instance().app().logout();
        if (logout == null || logout.subjectFormat() != format) {
            return new Outcome.NotApplicable("The submission declares another subject format.");
        }
        if (lab.isPartial()) {
            return new Outcome.NotApplicable("The submission declares partial support; see UL-F4.");
        }
        return lab.withSession(session -> lab.revoked(answer -> ended(lab, session)));
    }

    private static Outcome ended(LogoutLab lab, AppSession session) {
        return session.awaitEnd(lab.patience())
                .map(after -> right(
                        "Answered with 204; " + seconds(after) + " later the app did not know the session any more."))
                .orElseGet(() -> wrong(survives(lab)));
    }

    private static String survives(LogoutLab lab) {
        return "Answered with 204, but the session was still alive "
                + lab.patience().toSeconds() + " seconds later. Full support is declared (UL-F5).";
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static Outcome endsInTwoBrowsers(LogoutLab lab) {
        if (lab.isPartial()) {
            return new Outcome.NotApplicable("The submission declares partial support; see UL-F4.");
        }
        return lab.withSession(first -> first.beside(lab.person())
                .map(second -> {
                    lab.endAtProvider(lab.person());
                    return lab.revoked(answer -> first.awaitEnd(lab.patience()).isPresent()
                                    && second.awaitEnd(lab.patience()).isPresent()
                            ? right("Both browsers lost their session.")
                            : wrong("Answered with 204, but one of two browsers kept its session."));
                })
                .orElseGet(FunctionalLogoutChecks::noSecond));
    }

    private static Outcome noSecond() {
        return new Outcome.Inconclusive(
                "Two people, or two browsers, have sessions at the same time.",
                "The second sign-in did not lead to a session.",
                "Let the app accept several sessions at a time; see the submission tester for why a sign-in fails.");
    }

    private static Outcome partial(LogoutLab lab) {
        if (!lab.isPartial()) {
            return new Outcome.NotApplicable("The submission declares full support.");
        }
        return lab.withSession(
                session -> lab.revoked(
                        answer -> session.awaitEnd(lab.tools().properties().partialSessionEnds())
                                .map(after -> right(
                                        "Answered with 204; the session ended, too, after " + seconds(after) + '.'))
                                .orElseGet(
                                        () -> byHand(lab) instanceof Outcome.Passed seen
                                                ? right("Answered with 204. " + seen.observed())
                                                : new Outcome.Warned(
                                                        dev.oin.checks.Fault.APP,
                                                        "",
                                                        "Answered with 204; the open session goes on, as partial support allows. Whether refresh tokens are gone cannot be seen from outside.",
                                                        "Check by hand that the app gets no new access token, and enter the record of the manual test."))));
    }

    private static Outcome staysEnded(LogoutLab lab) {
        if (lab.isPartial()) {
            return new Outcome.NotApplicable("The submission declares partial support; see UL-F4.");
        }
        return lab.withSession(session -> lab.revoked(answer -> {
            if (session.awaitEnd(lab.patience()).isEmpty()) {
                return wrong(survives(lab));
            }
            return IntStream.range(0, LOOKS_AFTER).allMatch(look -> session.look() == State.GONE)
                    ? right("Asked for twice more, the page was shown without the session.")
                    : wrong("The session had ended, and was there again at the next request.");
        }));
    }

    private static Outcome withoutSession(LogoutLab lab) {
        return lab.withSession(session -> lab.revoked(first -> {
            session.awaitEnd(lab.isPartial() ? Duration.ZERO : lab.patience());
            return lab.revoked(second -> right("Answered with 204."));
        }));
    }

    private static Outcome twice(LogoutLab lab) {
        return lab.revoked(first -> lab.revoked(second -> right("Answered with 204 twice.")));
    }

    private static Outcome signsInAgain(LogoutLab lab) {
        return lab.withSession(session -> lab.revoked(answer -> {
            session.awaitEnd(lab.isPartial() ? Duration.ZERO : lab.patience());
            return session.signInAgain()
                    ? right("The person signed in again.")
                    : wrong("After the revocation the person could not sign in any more.");
        }));
    }

    private static Outcome leavesOthers(LogoutLab lab) {
        var other = lab.somebodyElse();
        if (other.isEmpty()) {
            return new Outcome.NotApplicable("Assign a second person to the instance, who has an account in the app.");
        }
        return lab.withSession(mine -> mine.beside(other.get())
                .map(theirs -> {
                    lab.endAtProvider(other.get());
                    return lab.revoked(answer -> {
                        mine.awaitEnd(lab.isPartial() ? Duration.ZERO : lab.patience());
                        return theirs.look() == State.ALIVE
                                ? right("The session of " + other.get().email() + " went on.")
                                : wrong("The revocation for " + lab.person().email() + " ended the session of "
                                        + other.get().email() + ", too.");
                    });
                })
                .orElseGet(FunctionalLogoutChecks::noSecond));
    }

    private static Outcome upperCase(LogoutLab lab) {
        var logout = lab.instance().app().logout();
        if (logout == null || logout.subjectFormat() != SubjectFormat.EMAIL) {
            return new Outcome.NotApplicable("The submission declares another subject format.");
        }
        var call = lab.valid(UniversalLogout.email(lab.person().email().toUpperCase(Locale.ROOT)));
        return lab.answered(
                lab.send(call),
                answer -> answer.status() == 204 || answer.status() == 404
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
