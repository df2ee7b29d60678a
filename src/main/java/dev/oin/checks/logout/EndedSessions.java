package dev.oin.checks.logout;

import static dev.oin.checks.logout.LogoutCheck.required;
import static dev.oin.checks.logout.LogoutCheck.right;
import static dev.oin.checks.logout.LogoutCheck.wrong;

import dev.oin.checks.Outcome;
import dev.oin.checks.sso.AppSession;
import dev.oin.checks.sso.AppSession.State;
import dev.oin.submission.Configuration.SubjectFormat;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** UL-F1 to UL-F5 and UL-F9: which sessions a revocation ends, and which it leaves alone (sso-checks 4.2). */
final class EndedSessions {

    private static final String DRAFT = "Global Token Revocation 3.3";
    private static final int LOOKS_AFTER = 2;

    private EndedSessions() {}

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
                        EndedSessions::endsInTwoBrowsers),
                required(
                        "UL-F3",
                        "RFC 9493 3.2.3",
                        "A revocation by issuer and subject ends the person's session",
                        "Apps that declare iss_sub are called with nothing else.",
                        "Find the person by the issuer and the subject of the sign-in.",
                        lab -> ends(lab, SubjectFormat.ISS_SUB)),
                required(
                        "UL-F5",
                        DRAFT,
                        "With full support nothing brings the ended session back",
                        "A session that a remembered cookie revives was not ended.",
                        "Delete whatever can renew the session, remember-me cookies too.",
                        EndedSessions::staysEnded),
                required(
                        "UL-F9",
                        "Global Token Revocation 7.1",
                        "A revocation leaves other people's sessions alone",
                        "One person's incident must not sign out a company.",
                        "End sessions of the named person only.",
                        EndedSessions::leavesOthers));
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
        var end = session.awaitEnd(lab.patience());
        end.ifPresent(lab::sawEnd);
        return end.map(after -> right(
                        "Taken; " + LogoutLab.seconds(after) + " later the app did not know the session any more."))
                .orElseGet(() -> wrong(survives(lab)));
    }

    private static String survives(LogoutLab lab) {
        return "Taken, but the session was still alive " + lab.patience().toSeconds()
                + " seconds later. Full support is declared (UL-F5).";
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
                            : wrong("Taken, but one of two browsers kept its session."));
                })
                .orElseGet(EndedSessions::noSecond));
    }

    private static Outcome noSecond() {
        return new Outcome.Inconclusive(
                "Two people, or two browsers, have sessions at the same time.",
                "The second sign-in did not lead to a session.",
                "Let the app accept several sessions at a time; see the submission tester for why a sign-in fails.");
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
                .orElseGet(EndedSessions::noSecond));
    }
}
