package dev.oin.checks.sso;

import dev.oin.checks.Check;
import dev.oin.checks.CheckRun;
import dev.oin.checks.Suite;
import dev.oin.checks.SuiteName;
import dev.oin.sandbox.Instance;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Advice on requests, cookies and habits around the sign-in (sso-checks 1); it holds up nobody. */
@Component
class AdviceSuite implements Suite {

    private final TestedApps apps;
    private final AdviceTools tools;
    private final List<Check> checks = Stream.of(RequestChecks.all(), BrowserHabits.all(), FunctionalChecks.all())
            .flatMap(List::stream)
            .map(Check.class::cast)
            .toList();

    AdviceSuite(TestedApps apps, AdviceTools tools) {
        this.apps = apps;
        this.tools = tools;
    }

    @Override
    public SuiteName name() {
        return SuiteName.SIGN_ON_ADVICE;
    }

    @Override
    public List<Check> checks() {
        return checks;
    }

    @Override
    public boolean accepts(Instance instance) {
        return instance.singleSignOn().isPresent();
    }

    @Override
    public Plan plan(CheckRun run) {
        var instance = apps.instance(run);
        var protocol = instance.singleSignOn();
        if (protocol.isEmpty() || !instance.active()) {
            return new Plan.Refused("Choose an active instance that signs people in with OIDC or SAML.");
        }
        var tested = apps.of(run, instance);
        if (tested.plainCase().isEmpty()) {
            return new Plan.Refused("No sign-in flow is selected on page 3.");
        }
        if (apps.person(run, instance).isEmpty()) {
            return new Plan.Refused("Assign an active person to the instance, who has an account in the app.");
        }
        return new Plan.Cases(checks.stream()
                .map(AdviceCheck.class::cast)
                .filter(check -> check.protocol() == null || check.protocol() == protocol.get())
                .filter(check -> run.cases().isEmpty() || run.cases().contains(check.id()))
                .map(Check.class::cast)
                .toList());
    }

    @Override
    public Session open(CheckRun run) {
        sweep(run);
        return new AdviceSession(tools, run, apps.instance(run), apps);
    }

    @Override
    public void sweep(CheckRun run) {
        tools.newPeople().remove(run);
    }
}
