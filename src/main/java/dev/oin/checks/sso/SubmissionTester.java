package dev.oin.checks.sso;

import dev.oin.checks.Check;
import dev.oin.checks.CheckRun;
import dev.oin.checks.Suite;
import dev.oin.checks.SuiteName;
import dev.oin.checks.preflight.ContactBeforeRuns;
import dev.oin.kernel.Problem;
import dev.oin.sandbox.BackwardCompatibility;
import dev.oin.sandbox.Instance;
import java.util.List;
import org.springframework.stereotype.Component;

/** The submission tester: signs people in to the app like a person would, and says what came of it (testing-rules 4). */
@Component
class SubmissionTester implements Suite {

    private static final String NOBODY =
            "Nobody can sign in: assign an active person to the instance, who has an account in the app.";

    private final TestedApps apps;
    private final BackwardCompatibility compatibility;
    private final ContactBeforeRuns contact;
    private final TesterTools tools;

    SubmissionTester(
            TestedApps apps, BackwardCompatibility compatibility, ContactBeforeRuns contact, TesterTools tools) {
        this.apps = apps;
        this.contact = contact;
        this.compatibility = compatibility;
        this.tools = tools;
    }

    @Override
    public SuiteName name() {
        return SuiteName.SUBMISSION_TESTER;
    }

    @Override
    public List<Check> checks() {
        return List.of(SignOnCase.values());
    }

    @Override
    public boolean accepts(Instance instance) {
        return instance.singleSignOn().isPresent();
    }

    @Override
    public Plan plan(CheckRun run) {
        var instance = apps.instance(run);
        var protocol = instance.singleSignOn();
        if (protocol.isEmpty()) {
            return new Plan.Refused(
                    "The instance \"" + instance.label() + "\" signs nobody in; choose one for OIDC or SAML.");
        }
        if (!instance.active()) {
            return new Plan.Refused("The instance \"" + instance.label() + "\" is inactive. Activate it.");
        }
        var content = apps.content(instance);
        var cases = SignOnCase.applicable(content, protocol.get());
        if (cases.isEmpty()) {
            return new Plan.Refused(
                    "No sign-in flow is selected for " + protocol.get().label() + " on page 3.");
        }
        if (cases.contains(SignOnCase.SP_FLOW) && TestedApps.startUrl(content, protocol.get()) == null) {
            return new Plan.Refused("Enter the SP initiate URL on page 3.");
        }
        return nobody(run, instance, cases) ? new Plan.Refused(NOBODY) : new Plan.Cases(List.copyOf(cases));
    }

    private boolean nobody(CheckRun run, Instance instance, List<SignOnCase> cases) {
        var known = cases.stream()
                .filter(each -> run.cases().isEmpty() || run.cases().contains(each.id()))
                .anyMatch(each -> !each.createsPerson());
        return known && !getsNewPeople(run, cases) && apps.person(run, instance).isEmpty();
    }

    /** In QA new people sign in where the app creates them (process, QA). */
    private static boolean getsNewPeople(CheckRun run, List<SignOnCase> cases) {
        return run.origin() == CheckRun.Origin.QA
                && run.person() == null
                && cases.stream().anyMatch(SignOnCase::createsPerson);
    }

    @Override
    public Session open(CheckRun run) {
        sweep(run);
        var instance = apps.instance(run);
        var broken = instance.kind() == Instance.Kind.PUBLISHED ? compatibility.problems(instance) : List.<Problem>of();
        if (!broken.isEmpty()) {
            return new BrokenByUpdate(broken);
        }
        var stopped = contact.before(run, instance);
        if (stopped.isPresent()) {
            return new StoppedByConfiguration(stopped.get());
        }
        var tested = apps.of(run, instance);
        return new TesterSession(
                tools,
                new TesterSession.Subject(
                        run,
                        instance,
                        tested.app(),
                        tested.home(),
                        tested.recipe(),
                        getsNewPeople(run, tested.cases())
                                ? null
                                : apps.person(run, instance).orElse(null)));
    }

    @Override
    public void sweep(CheckRun run) {
        tools.newPeople().remove(run);
    }
}
