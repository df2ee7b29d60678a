package dev.oin.checks.sso;

import dev.oin.checks.Check;
import dev.oin.checks.CheckRun;
import dev.oin.checks.Evidence;
import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.Suite;
import dev.oin.checks.browser.Browser;
import dev.oin.checks.browser.Browser.Terms;
import dev.oin.checks.browser.BrowserTab;
import dev.oin.checks.browser.DeadlinePassed;
import dev.oin.checks.sso.Attempt.Delivered;
import dev.oin.checks.sso.Attempt.Proof;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** One run of the submission tester: each case in a browser context of its own. */
final class TesterSession implements Suite.Session {

    private static final Logger LOG = LoggerFactory.getLogger(TesterSession.class);

    private final TesterTools tools;
    private final Subject subject;

    TesterSession(TesterTools tools, Subject subject) {
        this.tools = tools;
        this.subject = subject;
    }

    /**
     * What is tested.
     *
     * @param person who signs in; null where each case gets a new person
     */
    record Subject(
            CheckRun run,
            Instance instance,
            App app,
            URI home,
            SignInRecipe recipe,
            @Nullable Person person) {}

    /** What was seen, with and without a session. */
    private record Seen(Attempt attempt, List<Page> pages) {

        Seen {
            pages = List.copyOf(pages);
        }
    }

    @Override
    public Outcome verify(Check check, Evidence evidence) {
        var which = SignOnCase.valueOf(check.id().value());
        var known = subject.person();
        if (known != null && !which.createsPerson()) {
            return signIn(which, known, evidence);
        }
        var made = tools.newPeople().make(subject.run(), subject.instance().id());
        evidence.step("Made " + made.fullName() + " (" + made.email() + ") and assigned the person to the instance");
        var outcome = Optional.<Outcome>empty();
        try {
            outcome = Optional.of(signIn(which, made, evidence));
        } finally {
            outcome = removed(made, outcome, evidence);
        }
        return outcome.orElseThrow();
    }

    private Optional<Outcome> removed(Person made, Optional<Outcome> outcome, Evidence evidence) {
        if (isRemoved(made)) {
            evidence.step("Unassigned and deleted the person; the account in the app stays and is yours to delete");
            return outcome;
        }
        return Optional.of(new Outcome.Errored(
                Fault.PLATFORM,
                "The person made for the case is deleted again.",
                made.email() + " could not be deleted from the sandbox.",
                "Choose \"Retry clean-up\" on this run's page, then run the case again."));
    }

    /** A removal that breaks must not hide what came of the sign-in. */
    private boolean isRemoved(Person made) {
        try {
            return tools.newPeople().remove(made);
        } catch (DataAccessException broken) {
            LOG.warn("The person {} could not be deleted", made.id(), broken);
            return false;
        }
    }

    private Outcome signIn(SignOnCase which, Person person, Evidence evidence) {
        var before = tools.log().newest();
        var kept = new SignOnEvidence(evidence);
        var blocked = new BlockedTargets();
        try (var proxy = tools.proxies().open(blocked)) {
            var terms = new Terms(tools.properties().caseDeadline(), URI.create("http://" + proxy.address()));
            var seen = tools.browser()
                    .inFreshContexts(terms, (tab, second) -> see(tab, second, which, person, evidence, blocked));
            var events = tools.log().at(subject.instance().id(), before).stream()
                    .filter(event -> event.person() == null || event.person().equals(person.id()))
                    .toList();
            kept.keepLog(events);
            return new Judgement(which, subject.app(), person, events, Profile.seenOn(seen.pages(), person))
                    .of(seen.attempt());
        } catch (DeadlinePassed late) {
            kept.keepLog(tools.log().at(subject.instance().id(), before));
            return new Outcome.Inconclusive(
                    "The case ends within " + tools.properties().caseDeadline().toSeconds() + " seconds.",
                    late.getMessage() + "; the last step shows where it stayed.",
                    "Find out why the app answers so slowly, then run the case again.");
        }
    }

    private Seen see(
            BrowserTab tab,
            Browser.Second second,
            SignOnCase which,
            Person person,
            Evidence evidence,
            BlockedTargets blocked) {
        var plan = new SignIn.Plan(
                which,
                subject.app(),
                subject.instance().id(),
                person,
                () -> tools.ticket(subject.run(), person, subject.instance(), evidence),
                subject.home(),
                subject.recipe(),
                tools.properties().pageDeadline());
        var attempt = new SignIn(tab, plan, evidence, blocked).attempt(second::prepare);
        Runnable keep = () -> new SignOnEvidence(evidence).keepTab(tab, "Where the sign-in ended");
        if (!(attempt instanceof Delivered delivered) || !subject.app().isWorthProving(delivered, subject.recipe())) {
            keep.run();
            return new Seen(attempt, List.of());
        }
        var sign = new SignOfSuccess(subject.recipe(), person);
        var missing = sign.missing(tab);
        if (missing.isPresent()) {
            keep.run();
            return new Seen(delivered.with(new Proof.RecipeUnmet(missing.get())), List.of());
        }
        var seen = proven(tab, second, delivered, person, evidence, keep);
        if (SignOut.of(subject.recipe(), tab)) {
            evidence.step("Signed out of the app");
        }
        return seen;
    }

    /** Looks at the same pages again, and in the second context, that has no session; before, the evidence of the first is kept. */
    private Seen proven(
            BrowserTab tab,
            Browser.Second second,
            Delivered delivered,
            Person person,
            Evidence evidence,
            Runnable keep) {
        var restIsEnough = Control.needsRestOnly(delivered.rest(), subject.app(), subject.recipe());
        if (!restIsEnough) {
            keep.run();
        }
        var control = Control.with(
                tab,
                delivered.rest(),
                subject.app(),
                subject.recipe(),
                person,
                tools.properties().pageDeadline());
        evidence.step("Looked at the same page again, and without a session");
        var proof = control.proof(tab, second.tab(), restIsEnough ? keep : () -> {});
        return new Seen(delivered.with(proof), control.seenFor(proof));
    }

    @Override
    public int sideBySide() {
        return tools.properties().openContexts();
    }

    @Override
    public void close() {
        tools.newPeople().remove(subject.run());
    }
}
