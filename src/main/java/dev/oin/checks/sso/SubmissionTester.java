package dev.oin.checks.sso;

import dev.oin.checks.Check;
import dev.oin.checks.CheckRun;
import dev.oin.checks.Suite;
import dev.oin.checks.SuiteName;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.BackwardCompatibility;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.submission.Content;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The submission tester: signs people in to the app like a person would, and says what came of it (testing-rules 4). */
@Component
class SubmissionTester implements Suite {

    private static final String NOBODY =
            "Nobody can sign in: assign an active person to the instance, who has an account in the app.";

    private final Instances instances;
    private final BackwardCompatibility compatibility;
    private final Versions versions;
    private final People people;
    private final Assignments assignments;
    private final SandboxAddresses addresses;
    private final SignInRecipes recipes;
    private final TesterTools tools;

    SubmissionTester(
            Instances instances,
            BackwardCompatibility compatibility,
            Versions versions,
            People people,
            Assignments assignments,
            SandboxAddresses addresses,
            SignInRecipes recipes,
            TesterTools tools) {
        this.instances = instances;
        this.compatibility = compatibility;
        this.versions = versions;
        this.people = people;
        this.assignments = assignments;
        this.addresses = addresses;
        this.recipes = recipes;
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
        var instance = instance(run);
        var protocol = instance.singleSignOn();
        if (protocol.isEmpty()) {
            return new Plan.Refused(
                    "The instance \"" + instance.label() + "\" signs nobody in; choose one for OIDC or SAML.");
        }
        if (!instance.active()) {
            return new Plan.Refused("The instance \"" + instance.label() + "\" is inactive. Activate it.");
        }
        var content = content(instance);
        var cases = SignOnCase.applicable(content, protocol.get());
        if (cases.isEmpty()) {
            return new Plan.Refused(
                    "No sign-in flow is selected for " + protocol.get().label() + " on page 3.");
        }
        if (cases.contains(SignOnCase.SP_FLOW) && startUrl(content, protocol.get()) == null) {
            return new Plan.Refused("Enter the SP initiate URL on page 3.");
        }
        return nobody(run, instance, cases) ? new Plan.Refused(NOBODY) : new Plan.Cases(List.copyOf(cases));
    }

    private boolean nobody(CheckRun run, Instance instance, List<SignOnCase> cases) {
        var known = cases.stream()
                .filter(each -> run.cases().isEmpty() || run.cases().contains(each.id()))
                .anyMatch(each -> !each.createsPerson());
        return known && !getsNewPeople(run, cases) && person(run, instance).isEmpty();
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
        var instance = instance(run);
        var broken = instance.kind() == Instance.Kind.PUBLISHED ? compatibility.problems(instance) : List.<Problem>of();
        if (!broken.isEmpty()) {
            return new BrokenByUpdate(broken);
        }
        var protocol = instance.singleSignOn().orElseThrow();
        var content = content(instance);
        var cases = SignOnCase.applicable(content, protocol);
        var home = URI.create(addresses.home(instance.organization()));
        return new TesterSession(
                tools,
                new TesterSession.Subject(
                        run,
                        instance,
                        App.of(instance, protocol, startUrl(content, protocol), home.resolve(".")),
                        home,
                        recipes.of(run.submission(), protocol),
                        getsNewPeople(run, cases) ? null : person(run, instance).orElse(null)));
    }

    @Override
    public void sweep(CheckRun run) {
        tools.newPeople().remove(run);
    }

    /** The person asked for, else the active one assigned longest. */
    private Optional<Person> person(CheckRun run, Instance instance) {
        var chosen = run.person();
        if (chosen != null) {
            return people.find(chosen, run.organization())
                    .filter(person -> person.isActive() && assignments.isAssigned(instance.id(), person.id()));
        }
        return assignments.of(instance.id()).stream().filter(Person::isActive).findFirst();
    }

    private Instance instance(CheckRun run) {
        InstanceId id = Optional.ofNullable(run.instance())
                .orElseThrow(() -> new IllegalStateException("Run " + run.id() + " has no instance"));
        return instances.find(id).orElseThrow(() -> new IllegalStateException("Instance " + id + " is gone"));
    }

    private Content content(Instance instance) {
        return versions.find(instance.integration(), instance.version())
                .map(Version::content)
                .orElseThrow(() -> new IllegalStateException(
                        "Version " + instance.version() + " of " + instance.integration() + " is gone"));
    }

    private static @Nullable String startUrl(Content content, Protocol protocol) {
        var tests = content.testInformation();
        return protocol == Protocol.OIDC
                ? tests.oidcTest().spUrl()
                : tests.samlTest().spUrl();
    }
}
