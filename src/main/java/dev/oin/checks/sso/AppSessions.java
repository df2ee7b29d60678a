package dev.oin.checks.sso;

import dev.oin.checks.CheckRun;
import dev.oin.checks.Evidence;
import dev.oin.checks.Exchange;
import dev.oin.checks.Outcome;
import dev.oin.checks.browser.Browser;
import dev.oin.checks.browser.Browser.Terms;
import dev.oin.checks.browser.BrowserTab;
import dev.oin.checks.browser.DeadlinePassed;
import dev.oin.checks.sso.Attempt.Delivered;
import dev.oin.checks.sso.Attempt.Proof;
import dev.oin.checks.sso.TestedApps.TestedApp;
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
    private final TesterTools tools;

    AppSessions(TestedApps apps, TesterTools tools) {
        this.apps = apps;
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
        var tested = apps.of(run, instance);
        var blocked = new BlockedTargets();
        var before = tools.log().newest();
        try (var proxy = tools.proxies().open(blocked)) {
            var terms = new Terms(tools.properties().caseDeadline(), URI.create("http://" + proxy.address()));
            var visit = new Visit(run, instance, tested, evidence, blocked, before);
            return tools.browser()
                    .inFreshContexts(
                            terms,
                            (tab, second) -> opened(visit, tab, second, person)
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
        var tested = apps.of(run, instance);
        var blocked = new BlockedTargets();
        var before = tools.log().newest();
        try (var proxy = tools.proxies().open(blocked)) {
            var terms = new Terms(tools.properties().caseDeadline(), URI.create("http://" + proxy.address()));
            var visit = new Visit(run, instance, tested, evidence, blocked, before);
            return tools.browser().inFreshContext(terms, tab -> {
                var delivered = signedIn(visit, tab, person);
                new SignOnEvidence(evidence).keepTab(tab, "Where the sign-in ended");
                return delivered.map(
                        there -> new Watched(tools.log().at(instance.id(), before), tab.traffic(), tab.url()));
            });
        } catch (DeadlinePassed late) {
            evidence.step(String.valueOf(late.getMessage()));
            return Optional.empty();
        }
    }

    /** One check's way to the app. */
    private record Visit(
            CheckRun run,
            Instance instance,
            TestedApp tested,
            Evidence evidence,
            BlockedTargets blocked,
            long before) {}

    private Optional<AppSession> opened(Visit visit, BrowserTab tab, Browser.Second second, Person person) {
        second.prepare();
        return signedIn(visit, tab, person)
                .map(Delivered::rest)
                .map(rest -> Control.with(
                        tab, rest, visit.tested().app(), visit.tested().recipe(), person, patience()))
                .filter(control -> isProof(control.without(second.tab())))
                .flatMap(control ->
                        session(visit, tab, second, person, control.pages().getLast()));
    }

    private static boolean isProof(Proof proof) {
        return proof instanceof Proof.ByRecipe || proof instanceof Proof.ByControl;
    }

    /** Only a page that looks the same each time tells later whether the session is still there. */
    private Optional<AppSession> session(
            Visit visit, BrowserTab tab, Browser.Second second, Person person, Page shown) {
        var page = Pages.open(tab, shown.url(), patience());
        var sign = new SignOfSuccess(visit.tested().recipe(), person);
        var session = new LiveSession(tab, page, sign, patience(), new LiveSession.Entrance() {
            @Override
            public boolean again() {
                return signedIn(visit, tab, person).isPresent();
            }

            @Override
            public void out() {
                SignOut.of(visit.tested().recipe(), tab);
                tools.sessions().end(person.id());
            }

            @Override
            public Optional<AppSession> beside(Person other) {
                return signedIn(visit, second.tab(), other)
                        .flatMap(delivered -> session(visit, second.tab(), second, other, shown));
            }
        });
        return Optional.<AppSession>of(session).filter(opened -> opened.look() == AppSession.State.ALIVE);
    }

    private Optional<Delivered> signedIn(Visit visit, BrowserTab tab, Person person) {
        var which = visit.tested().plainCase();
        if (which.isEmpty()) {
            return Optional.empty();
        }
        var ticket = tools.tickets()
                .issue(visit.run().id(), person.id(), visit.instance().id());
        visit.evidence().secret(ticket);
        var plan = new SignIn.Plan(
                which.get(),
                visit.tested().app(),
                visit.instance().id(),
                person,
                ticket,
                visit.tested().home(),
                visit.tested().recipe(),
                patience());
        var attempt = new SignIn(tab, plan, visit.evidence(), visit.blocked()).attempt();
        return attempt instanceof Delivered delivered && visit.tested().app().isWorthProving(delivered)
                ? Optional.of(delivered)
                : Optional.empty();
    }

    private Outcome none(Visit visit, BrowserTab tab) {
        new SignOnEvidence(visit.evidence()).keepTab(tab, "Where the sign-in ended");
        new SignOnEvidence(visit.evidence())
                .keepLog(tools.log().at(visit.instance().id(), visit.before()));
        return new Outcome.Inconclusive(
                "A person can be signed in to the app, and the app's page tells whether the session is alive.",
                "It could not be shown: " + Pages.of(tab).inWords(),
                "Let the submission tester pass first; where pages differ at every look, enter a sign of success in the sign-in recipe.");
    }

    private Duration patience() {
        return tools.properties().pageDeadline();
    }
}
