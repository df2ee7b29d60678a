package dev.oin.checks.sso;

import dev.oin.checks.CheckRun;
import dev.oin.checks.Evidence;
import dev.oin.checks.browser.Browser;
import dev.oin.checks.browser.Browser.Terms;
import dev.oin.checks.browser.BrowserTab;
import dev.oin.checks.sso.AppSession.Again;
import dev.oin.checks.sso.Attempt.Delivered;
import dev.oin.checks.sso.Attempt.NeverAsked;
import dev.oin.checks.sso.TestedApps.TestedApp;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.SignInEvent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes people to an app in browser contexts of their own, through the proxy that keeps what they send. */
@Component
final class Visits {

    private final TestedApps apps;
    private final TesterTools tools;

    Visits(TestedApps apps, TesterTools tools) {
        this.apps = apps;
        this.tools = tools;
    }

    /**
     * One check's way to the app.
     *
     * @param before the number of the newest event before the visit
     */
    record Visit(
            CheckRun run,
            Instance instance,
            TestedApp tested,
            Evidence evidence,
            BlockedTargets blocked,
            long before) {}

    /** What is done there. */
    interface Work<T> {

        /** Does it in the first context, with a second one at hand. */
        T in(Visit visit, BrowserTab tab, Browser.Second second);
    }

    <T> T with(CheckRun run, Instance instance, Evidence evidence, Work<T> work) {
        var blocked = new BlockedTargets();
        var visit = new Visit(
                run,
                instance,
                apps.of(run, instance),
                evidence,
                blocked,
                tools.log().newest());
        try (var proxy = tools.proxies().open(blocked)) {
            var terms = new Terms(tools.properties().caseDeadline(), URI.create("http://" + proxy.address()));
            return tools.browser().inFreshContexts(terms, (tab, second) -> work.in(visit, tab, second));
        }
    }

    /** The same visit at another instance. */
    Visit at(Visit visit, Instance other) {
        return new Visit(
                visit.run(), other, apps.of(visit.run(), other), visit.evidence(), visit.blocked(), visit.before());
    }

    Attempt attempt(Visit visit, BrowserTab tab, Person person, SignOnCase which, Duration patience) {
        var plan = new SignIn.Plan(
                which,
                visit.tested().app(),
                visit.instance().id(),
                person,
                () -> tools.ticket(visit.run(), person, visit.instance(), visit.evidence()),
                visit.tested().home(),
                visit.tested().recipe(),
                patience);
        return new SignIn(tab, plan, visit.evidence(), visit.blocked()).attempt();
    }

    /** Signs the person in the plain way; empty where that leads to no page of the app that may show a session. */
    Optional<Delivered> signedIn(Visit visit, BrowserTab tab, Person person) {
        return visit.tested().plainCase().flatMap(which -> signedIn(visit, tab, person, which));
    }

    Optional<Delivered> signedIn(Visit visit, BrowserTab tab, Person person, SignOnCase which) {
        return worthProving(visit, attempt(visit, tab, person, which));
    }

    /** The same where the person may still have a session. */
    Again again(Visit visit, BrowserTab tab, Person person) {
        var attempt = visit.tested().plainCase().map(which -> attempt(visit, tab, person, which));
        if (attempt.filter(Visits::isNotAsked).isPresent()) {
            return Again.NOT_ASKED;
        }
        return attempt.flatMap(made -> worthProving(visit, made)).isPresent() ? Again.SIGNED_IN : Again.REFUSED;
    }

    private static boolean isNotAsked(Attempt attempt) {
        return attempt instanceof NeverAsked(var page) && !page.isError();
    }

    private Attempt attempt(Visit visit, BrowserTab tab, Person person, SignOnCase which) {
        return attempt(visit, tab, person, which, tools.properties().pageDeadline());
    }

    private static Optional<Delivered> worthProving(Visit visit, Attempt attempt) {
        return attempt instanceof Delivered delivered
                        && visit.tested()
                                .app()
                                .isWorthProving(delivered, visit.tested().recipe())
                ? Optional.of(delivered)
                : Optional.empty();
    }

    /** What the identity provider has noted of the visit. */
    List<SignInEvent> events(Visit visit) {
        return tools.log().at(visit.instance().id(), visit.before());
    }
}
