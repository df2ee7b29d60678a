package dev.oin.checks.sso;

import dev.oin.checks.Check;
import dev.oin.checks.CheckRun;
import dev.oin.checks.Evidence;
import dev.oin.checks.Outcome;
import dev.oin.checks.Suite;
import dev.oin.checks.browser.DeadlinePassed;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of the advice suite: a single sign-in is watched for all checks that only look, and a single one shows how a session is recognised. */
final class AdviceSession implements Suite.Session {

    private final AdviceTools tools;
    private final CheckRun run;
    private final Instance instance;
    private final TestedApps apps;
    private @Nullable Optional<ObservedSignIn> observed;
    private @Nullable Optional<SessionDetector> detector;

    AdviceSession(AdviceTools tools, CheckRun run, Instance instance, TestedApps apps) {
        this.tools = tools;
        this.run = run;
        this.instance = instance;
        this.apps = apps;
    }

    @Override
    public Outcome verify(Check check, Evidence evidence) {
        try {
            return ((AdviceCheck) check).outcome(new AppLab(tools, this, evidence));
        } catch (DeadlinePassed late) {
            return new Outcome.Inconclusive(
                    check.title(),
                    String.valueOf(late.getMessage()),
                    "Find out why the app answers so slowly, then run the check again.");
        }
    }

    CheckRun run() {
        return run;
    }

    Instance instance() {
        return instance;
    }

    TestedApps.TestedApp tested() {
        return apps.of(run, instance);
    }

    Person person() {
        return apps.person(run, instance).orElseThrow();
    }

    Optional<ObservedSignIn> observed(Evidence evidence) {
        if (observed == null) {
            var tested = tested();
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

    Optional<SessionDetector> detector(Evidence evidence) {
        if (detector == null) {
            detector = tools.trials().detector(run, instance, person(), evidence);
        }
        return detector;
    }

    @Override
    public void close() {
        tools.newPeople().remove(run);
    }
}
