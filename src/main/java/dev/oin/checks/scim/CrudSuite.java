package dev.oin.checks.scim;

import dev.oin.checks.CheckRun;
import dev.oin.checks.SuiteName;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.Grants;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.scim.Provisioning;
import dev.oin.submission.Features;
import org.springframework.stereotype.Component;

/** The CRUD suite: does the app follow what happens to a person in the directory? */
@Component
class CrudSuite extends ScimSuite {

    private final People people;
    private final Assignments assignments;
    private final Grants grants;
    private final Instances instances;
    private final Provisioning provisioning;
    private final Features features;

    CrudSuite(
            TestedServers servers,
            People people,
            Assignments assignments,
            Grants grants,
            Instances instances,
            Provisioning provisioning,
            Features features) {
        super(SuiteName.SCIM_CRUD, CrudAssertions.withEntitlements(), servers);
        this.people = people;
        this.assignments = assignments;
        this.grants = grants;
        this.instances = instances;
        this.provisioning = provisioning;
        this.features = features;
    }

    @Override
    public Plan plan(CheckRun run) {
        return servers.plan(run, withEntitlements(run) ? checks() : CrudAssertions.all());
    }

    private boolean withEntitlements(CheckRun run) {
        return features.entitlements() && servers.offersEntitlements(run);
    }

    private SandboxDirectory directory(CheckRun run, Instance instance) {
        return new SandboxDirectory(people, assignments, grants, instances, provisioning, instance, run.id());
    }

    @Override
    public void leaveApp(CheckRun run) {
        servers.leave(run);
        people.removeMadeFor(run.id());
    }

    @Override
    public Session open(CheckRun run) {
        var tested = servers.of(run);
        var directory = directory(run, tested.instance());
        directory.sweep();
        var talk = servers.begin(run);
        var script = new CrudScript(
                directory,
                talk.client(),
                talk.traffic(),
                talk.arrival(),
                servers.person(run, 1000 + run.progress().done()),
                TestGroups.of(talk.client(), tested.scim().settings()),
                withEntitlements(run)
                        ? provisioning
                                .offered(tested.instance(), talk.traffic())
                                .orElse(null)
                        : null,
                talk.ledger());
        return servers.admitted(
                tested, new ScriptedSession(script, tested.server().authorization()));
    }
}
