package dev.oin.checks.sso;

import dev.oin.checks.CheckRun;
import dev.oin.checks.Evidence;
import dev.oin.checks.Outcome;
import dev.oin.checks.sso.AdviceCheck.Finding;
import dev.oin.checks.sso.SignInTrials.Order;
import dev.oin.checks.sso.TestedApps.TestedApp;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonDetails;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One check's view of the real app. */
final class AppLab implements AdviceLab {

    private final AdviceTools tools;
    private final AdviceSession session;
    private final Evidence evidence;

    AppLab(AdviceTools tools, AdviceSession session, Evidence evidence) {
        this.tools = tools;
        this.session = session;
        this.evidence = evidence;
    }

    @Override
    public Optional<ObservedSignIn> observed() {
        return session.observed(evidence);
    }

    @Override
    public Instance instance() {
        return session.instance();
    }

    @Override
    public TestedApp tested() {
        return session.tested();
    }

    @Override
    public Person person() {
        return session.person();
    }

    @Override
    public Optional<Instance> otherTenant() {
        return tools.otherTenants().beside(instance());
    }

    @Override
    public Finding inSession(Person person, Function<AppSession, Finding> work) {
        var found = new AtomicReference<Finding>(new Finding.Unseen("No session came about."));
        tools.sessions().with(run(), instance(), person, evidence, opened -> {
            found.set(work.apply(opened));
            return new Outcome.Passed("", "");
        });
        return found.get();
    }

    @Override
    public Finding controlled(Function<Trials, Finding> work) {
        var detector = session.detector(evidence);
        var plain = tested().plainCase();
        if (detector.isEmpty() || plain.isEmpty()) {
            return new Finding.Unseen("A valid sign-in does not show how a session looks.");
        }
        var trials = new Tried(detector.get());
        var found = work.apply(trials);
        if (!(found instanceof Finding.Right)) {
            return found;
        }
        evidence.step("Signed in validly once more, as the control");
        return trials.of(person(), plain.get()).state() == AppSession.State.ALIVE
                ? found
                : new Finding.Unseen("Afterwards a valid sign-in failed, so that nothing is proven.");
    }

    @Override
    public Finding withNewPerson(PersonDetails details, Function<Person, Finding> work) {
        return withStranger(details, person -> {
            assign(person, instance());
            return work.apply(person);
        });
    }

    @Override
    public Finding withStranger(PersonDetails details, Function<Person, Finding> work) {
        var person = tools.newPeople().add(run(), details);
        try {
            return work.apply(person);
        } finally {
            tools.newPeople().remove(person);
        }
    }

    @Override
    public PersonDetails freshDetails() {
        return tools.newPeople().details();
    }

    @Override
    public Person renamed(Person person, PersonDetails details) {
        tools.people().change(person.id(), person.organization(), details);
        evidence.step("Changed the name to " + details.givenName() + ' ' + details.familyName());
        return tools.people().find(person.id()).orElseThrow();
    }

    @Override
    public void turn(Person person, Person.Status status) {
        tools.people().turn(person.id(), person.organization(), status);
        evidence.step(person.email() + " is " + status);
    }

    @Override
    public void assign(Person person, Instance instance) {
        tools.assignments().assignForRun(instance.id(), person.id(), run().id());
    }

    private CheckRun run() {
        return session.run();
    }

    /** Sign-ins at the instance. */
    private final class Tried implements Trials {

        private final SessionDetector detector;

        private Tried(SessionDetector detector) {
            this.detector = detector;
        }

        @Override
        public Trial of(Person person, SignOnCase which) {
            return tried(person, which, null, detector.patience());
        }

        @Override
        public Trial of(Person person, SignOnCase which, Duration patience) {
            return tried(person, which, null, patience);
        }

        @Override
        public Trial broken(String fault, Person person, SignOnCase which) {
            return tried(person, which, fault, detector.patience());
        }

        @Override
        public SessionDetector detector() {
            return detector;
        }

        private Trial tried(Person person, SignOnCase which, @Nullable String fault, Duration patience) {
            return tools.trials().of(run(), instance(), new Order(person, which, fault, patience), detector, evidence);
        }
    }
}
