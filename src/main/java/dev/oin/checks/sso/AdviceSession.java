package dev.oin.checks.sso;

import dev.oin.checks.Check;
import dev.oin.checks.CheckRun;
import dev.oin.checks.Evidence;
import dev.oin.checks.Outcome;
import dev.oin.checks.Suite;
import dev.oin.checks.sso.AdviceCheck.Finding;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonDetails;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run of the advice suite: a single sign-in is watched for all checks that only look. */
final class AdviceSession implements Suite.Session {

    private final AdviceTools tools;
    private final CheckRun run;
    private final Instance instance;
    private final TestedApps apps;
    private @Nullable Optional<ObservedSignIn> observed;

    AdviceSession(AdviceTools tools, CheckRun run, Instance instance, TestedApps apps) {
        this.tools = tools;
        this.run = run;
        this.instance = instance;
        this.apps = apps;
    }

    @Override
    public Outcome verify(Check check, Evidence evidence) {
        return ((AdviceCheck) check).outcome(new Lab(evidence));
    }

    private Optional<ObservedSignIn> observe(Evidence evidence) {
        if (observed == null) {
            var tested = apps.of(run, instance);
            var addresses = tools.instances().addresses(instance);
            var ssoUrl = addresses.saml() == null ? "" : addresses.saml().ssoUrl();
            observed = tools.sessions()
                    .watched(run, instance, person(), evidence)
                    .map(seen -> new ObservedSignIn(
                            tested.app(),
                            instance,
                            ssoUrl,
                            seen.events(),
                            seen.traffic(),
                            seen.rest(),
                            new SampledRequests(tools.http(), tested.app()).take()));
        }
        return observed;
    }

    private Person person() {
        return apps.person(run, instance).orElseThrow();
    }

    @Override
    public void close() {
        tools.newPeople().remove(run);
    }

    /** One check's view. */
    private final class Lab implements AdviceLab {

        private final Evidence evidence;

        private Lab(Evidence evidence) {
            this.evidence = evidence;
        }

        @Override
        public Optional<ObservedSignIn> observed() {
            return observe(evidence);
        }

        @Override
        public Finding signedOut() {
            if (apps.of(run, instance).recipe().signOut() == null) {
                return new Finding.Irrelevant("Enter in the sign-in recipe how the app signs out.");
            }
            return with(person(), session -> {
                session.signOut();
                return session.look() == AppSession.State.GONE
                        ? new Finding.Right("The page asked to sign in.")
                        : new Finding.Wrong("After signing out the page was shown as before.");
            });
        }

        @Override
        public Finding twice() {
            if (!apps.of(run, instance).createsPeople()) {
                return new Finding.Irrelevant("The app creates nobody at sign-in.");
            }
            var person = tools.newPeople().make(run, instance.id());
            try {
                var first = with(person, session -> new Finding.Right(session.text()));
                return first instanceof Finding.Right ? again(person) : first;
            } finally {
                tools.newPeople().remove(person);
            }
        }

        private Finding again(Person person) {
            var name = person.familyName() + "-Neu";
            var details = new PersonDetails(person.givenName(), name, person.email());
            tools.people().change(person.id(), person.organization(), details);
            evidence.step("Changed the family name to " + name);
            var renamed = tools.people().find(person.id()).orElseThrow();
            return with(renamed, session -> {
                var text = session.text();
                return text.contains(name)
                        ? new Finding.Right("The same person, with the new name.")
                        : text.contains(person.familyName())
                                ? new Finding.Wrong("The page still shows the old name.")
                                : new Finding.Irrelevant("The page does not show names, so that nothing can be said.");
            });
        }

        /** The finding of the work in a session, or why there is none. */
        private Finding with(Person person, Function<AppSession, Finding> work) {
            var found = new AtomicReference<Finding>(new Finding.Unseen("No session came about."));
            tools.sessions().with(run, instance, person, evidence, session -> {
                found.set(work.apply(session));
                return new Outcome.Passed("", "");
            });
            return found.get();
        }
    }
}
