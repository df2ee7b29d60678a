package dev.oin.checks.sso;

import dev.oin.checks.CheckRun;
import dev.oin.checks.Evidence;
import dev.oin.checks.Exchange;
import dev.oin.checks.Outcome;
import dev.oin.checks.browser.Browser;
import dev.oin.checks.browser.BrowserTab;
import dev.oin.checks.browser.DeadlinePassed;
import dev.oin.checks.sso.Attempt.Delivered;
import dev.oin.checks.sso.Attempt.Proof;
import dev.oin.checks.sso.Visits.Visit;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.SignInEvent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Opens sessions in apps, for suites that need a living one. */
@Component
public class AppSessions {

    private final TestedApps apps;
    private final Visits visits;
    private final TesterTools tools;

    AppSessions(TestedApps apps, Visits visits, TesterTools tools) {
        this.apps = apps;
        this.visits = visits;
        this.tools = tools;
    }

    /** Who can be signed in for the run, the one asked for first. */
    public List<Person> people(CheckRun run, Instance instance) {
        var first = apps.person(run, instance);
        return java.util.stream.Stream.concat(
                        first.stream(),
                        apps.assigned(instance).stream()
                                .filter(person -> first.filter(person::equals).isEmpty()))
                .toList();
    }

    /** Signs the person in, has the work done while the session lives, and ends the browser's part of it; where there is no session, the outcome says why. */
    public Outcome with(
            CheckRun run, Instance instance, Person person, Evidence evidence, Function<AppSession, Outcome> work) {
        try {
            return visits.with(
                    run,
                    instance,
                    evidence,
                    (visit, tab, second) -> opened(visit, tab, second, person)
                            .map(work)
                            .or(() -> Optional.of(none(visit, tab)))
                            .orElseThrow());
        } catch (DeadlinePassed late) {
            return new Outcome.Inconclusive(
                    "The check ends within " + tools.properties().caseDeadline().toSeconds() + " seconds.",
                    String.valueOf(late.getMessage()),
                    "Find out why the app answers so slowly, then run the check again.");
        }
    }

    /** What is left to see of one sign-in. */
    record Watched(List<SignInEvent> events, List<Exchange> traffic, URI rest) {}

    /** Signs the person in, and hands out what was seen; empty where the sign-in failed. */
    Optional<Watched> watched(CheckRun run, Instance instance, Person person, Evidence evidence) {
        try {
            return visits.with(run, instance, evidence, (visit, tab, second) -> {
                var delivered = visits.signedIn(visit, tab, person);
                new SignOnEvidence(evidence).keepTab(tab, "Where the sign-in ended");
                return delivered.map(there -> new Watched(visits.events(visit), tab.traffic(), tab.url()));
            });
        } catch (DeadlinePassed late) {
            evidence.step(String.valueOf(late.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<AppSession> opened(Visit visit, BrowserTab tab, Browser.Second second, Person person) {
        second.prepare();
        return visits.signedIn(visit, tab, person)
                .map(Delivered::rest)
                .map(rest -> Control.with(
                        tab, rest, visit.tested().app(), visit.tested().recipe(), person, patience()))
                .flatMap(control -> Optional.of(control.proof(tab, second.tab()))
                        .filter(AppSessions::isProof)
                        .map(control::telling))
                .flatMap(telling -> session(visit, tab, second, person, telling));
    }

    private static boolean isProof(Proof proof) {
        return proof instanceof Proof.ByRecipe || proof instanceof Proof.ByControl || proof instanceof Proof.ByEntrance;
    }

    /** Only a page that looks the same each time tells later whether the session is still there. */
    private Optional<AppSession> session(
            Visit visit, BrowserTab tab, Browser.Second second, Person person, Page shown) {
        var page = Pages.open(tab, shown.url(), patience());
        var sign = new SignOfSuccess(visit.tested().recipe(), person);
        var session = new LiveSession(tab, page, sign, patience(), new LiveSession.Entrance() {
            @Override
            public AppSession.Again again() {
                return visits.again(visit, tab, person);
            }

            @Override
            public void out() {
                SignOut.of(visit.tested().recipe(), tab);
                var quiet = new Quiet(tab);
                tab.await(patience(), quiet::lasts);
            }

            @Override
            public void forget() {
                tools.sessions().end(person.id());
            }

            @Override
            public Optional<AppSession> beside(Person other) {
                return visits.signedIn(visit, second.tab(), other)
                        .flatMap(delivered -> session(visit, second.tab(), second, other, shown));
            }

            @Override
            public Optional<AppSession> at(Instance other, Person somebody) {
                var there = visits.at(visit, other);
                return visits.signedIn(there, second.tab(), somebody, SignOnCase.IDP_FLOW)
                        .map(delivered -> Control.with(
                                second.tab(),
                                delivered.rest(),
                                there.tested().app(),
                                there.tested().recipe(),
                                somebody,
                                patience()))
                        .flatMap(control -> session(there, second.tab(), second, somebody, control.shown()));
            }
        });
        return Optional.<AppSession>of(session).filter(opened -> opened.look() == AppSession.State.ALIVE);
    }

    private Outcome none(Visit visit, BrowserTab tab) {
        new SignOnEvidence(visit.evidence()).keepTab(tab, "Where the sign-in ended");
        new SignOnEvidence(visit.evidence()).keepLog(visits.events(visit));
        return new Outcome.Inconclusive(
                "A person can be signed in to the app, and the app's page tells whether the session is alive.",
                "It could not be shown: " + Pages.of(tab).inWords(),
                "Let the submission tester pass first; where pages differ at every look, enter a sign of success in the sign-in recipe.");
    }

    private Duration patience() {
        return tools.properties().pageDeadline();
    }
}
