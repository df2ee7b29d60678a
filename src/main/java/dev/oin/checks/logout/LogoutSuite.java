package dev.oin.checks.logout;

import dev.oin.checks.Check;
import dev.oin.checks.CheckRun;
import dev.oin.checks.Suite;
import dev.oin.checks.SuiteName;
import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.logout.UniversalLogout;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The Universal Logout suite: does a revocation end what the person has open in the app, and nothing else? */
@Component
@EnableConfigurationProperties(LogoutCheckProperties.class)
class LogoutSuite implements Suite {

    private final Instances instances;
    private final LogoutTools tools;
    private final List<Check> checks = Stream.of(
                    EndedSessions.all(),
                    PartialSupport.all(),
                    RepeatedCalls.all(),
                    List.of(KeyRotation.check()),
                    UnbelievableTokens.all(),
                    List.of(OtherTenantsPeople.check()),
                    SenselessCalls.all(),
                    List.of(ManyPeople.check()))
            .flatMap(List::stream)
            .sorted(Comparator.comparing(LogoutSuite::group).thenComparing(LogoutSuite::number))
            .map(Check.class::cast)
            .toList();

    private static String group(LogoutCheck check) {
        return check.id().value().replaceAll("[0-9]+$", "");
    }

    private static int number(LogoutCheck check) {
        return Integer.parseInt(check.id().value().replaceAll("^[^0-9]*", ""));
    }

    LogoutSuite(Instances instances, LogoutTools tools) {
        this.instances = instances;
        this.tools = tools;
    }

    @Override
    public SuiteName name() {
        return SuiteName.LOGOUT;
    }

    @Override
    public List<Check> checks() {
        return checks;
    }

    @Override
    public boolean accepts(Instance instance) {
        return instance.singleSignOn().isPresent()
                && UniversalLogout.endpoint(instance).isPresent();
    }

    @Override
    public Plan plan(CheckRun run) {
        var instance = instance(run).filter(this::accepts);
        if (instance.isEmpty()) {
            return new Plan.Refused(
                    "Generate an instance for single sign-on of a version that declares Universal Logout.");
        }
        if (!instance.get().active()) {
            return new Plan.Refused("The instance \"" + instance.get().label() + "\" is inactive. Activate it.");
        }
        if (!instance.get().logoutEnabled()) {
            return new Plan.Refused("Turn on logout for \"" + instance.get().label() + "\".");
        }
        if (tools.sessions().people(run, instance.get()).isEmpty()) {
            return new Plan.Refused(
                    "Nobody has a session that could be ended: assign an active person to the instance, who has an account in the app.");
        }
        return new Plan.Cases(checks.stream()
                .filter(check -> run.cases().isEmpty()
                        ? !check.id().equals(ManyPeople.ID)
                        : run.cases().contains(check.id()))
                .toList());
    }

    @Override
    public void sweep(CheckRun run) {
        tools.otherTenants().sweep(run);
        tools.extraKeys().withdraw(run.id());
    }

    @Override
    public Session open(CheckRun run) {
        sweep(run);
        var instance =
                instance(run).orElseThrow(() -> new IllegalStateException("The instance of " + run.id() + " is gone"));
        return new LogoutSession(tools, run, instance, new LateEnds(System::nanoTime));
    }

    private Optional<Instance> instance(CheckRun run) {
        InstanceId id = run.instance();
        return id == null ? Optional.empty() : instances.find(id);
    }
}
