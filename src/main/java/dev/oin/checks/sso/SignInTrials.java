package dev.oin.checks.sso;

import dev.oin.checks.CheckRun;
import dev.oin.checks.Evidence;
import dev.oin.checks.browser.Browser;
import dev.oin.checks.browser.BrowserTab;
import dev.oin.checks.sso.Attempt.Delivered;
import dev.oin.checks.sso.Visits.Visit;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.fault.ArmedFault;
import dev.oin.sandbox.fault.Faults;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs people in who may or may not get in, in a fresh context each, and sees what came of it. */
@Component
class SignInTrials {

    private final Visits visits;
    private final TesterTools tools;
    private final Faults faults;

    SignInTrials(Visits visits, TesterTools tools, Faults faults) {
        this.visits = visits;
        this.tools = tools;
        this.faults = faults;
    }

    /**
     * Who signs in, and how.
     *
     * @param fault what the identity provider's answer is to be broken with; null for a valid one
     * @param patience how long a page may take
     */
    record Order(Person person, SignOnCase which, @Nullable String fault, Duration patience) {}

    /** What tells whether there is a session, learnt from a valid sign-in of the person; empty where nothing does. */
    Optional<SessionDetector> detector(CheckRun run, Instance instance, Person person, Evidence evidence) {
        return visits.with(run, instance, evidence, (visit, tab, second) -> {
            second.prepare();
            var delivered = visits.signedIn(visit, tab, person);
            keep(visit, tab, "Where the valid sign-in ended");
            return delivered.flatMap(there -> SessionDetector.learn(
                    tab,
                    there.rest(),
                    second.tab(),
                    visit.tested().app(),
                    visit.tested().recipe(),
                    person,
                    tools.properties().pageDeadline()));
        });
    }

    Trial of(CheckRun run, Instance instance, Order order, SessionDetector detector, Evidence evidence) {
        var fault = order.fault();
        if (fault != null) {
            faults.arm(new ArmedFault(run.id(), order.person().id(), instance.id(), fault));
        }
        try {
            return visits.with(
                    run, instance, evidence, (visit, tab, second) -> tried(visit, tab, second, order, detector));
        } finally {
            faults.disarm(run.id());
        }
    }

    private Trial tried(Visit visit, BrowserTab tab, Browser.Second second, Order order, SessionDetector detector) {
        var attempt = visits.attempt(visit, tab, order.person(), order.which(), order.patience());
        keep(visit, tab, "Where the sign-in ended");
        // The looks that follow may begin a sign-in, where the app's pages do by themselves.
        var events = visits.events(visit);
        var told = attempt instanceof Delivered delivered && isTold(delivered.rest(), second, detector);
        tools.sessions().end(order.person().id());
        var state = detector.look(tab, order.person());
        visit.evidence()
                .step(
                        switch (state) {
                            case ALIVE -> "Somebody is signed in to the app";
                            case GONE -> "Nobody is signed in to the app";
                            case UNCLEAR -> "The app does not say whether anybody is signed in";
                        });
        return new Trial(attempt, state, told, events);
    }

    /** A page that looks like the app's entrance tells nothing. */
    private static boolean isTold(Page rest, Browser.Second second, SessionDetector detector) {
        if (rest.text().isBlank() || rest.looksLike(detector.without())) {
            return false;
        }
        return rest.isError()
                || !rest.looksLike(
                        Pages.open(second.tab(), detector.without().url().resolve("/"), detector.patience()));
    }

    private static void keep(Visit visit, BrowserTab tab, String title) {
        new SignOnEvidence(visit.evidence()).keepTab(tab, title);
    }
}
