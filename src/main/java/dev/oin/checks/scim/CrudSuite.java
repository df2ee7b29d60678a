package dev.oin.checks.scim;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.checks.Check;
import dev.oin.checks.CheckRun;
import dev.oin.checks.Suite;
import dev.oin.checks.SuiteName;
import dev.oin.egress.GuardedHttp;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.Grants;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.scim.Provisioning;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.submission.Features;
import java.util.List;
import org.springframework.stereotype.Component;

/** The CRUD suite: does the app follow what happens to a person in the directory? */
@Component
class CrudSuite implements Suite {

    private final TestedServers servers;
    private final People people;
    private final Assignments assignments;
    private final Grants grants;
    private final Instances instances;
    private final Provisioning provisioning;
    private final GuardedHttp http;
    private final ObjectMapper json;
    private final ScimCheckProperties properties;
    private final Features features;
    private final List<Check> checks = CrudAssertions.withEntitlements();

    CrudSuite(
            TestedServers servers,
            People people,
            Assignments assignments,
            Grants grants,
            Instances instances,
            Provisioning provisioning,
            GuardedHttp http,
            ObjectMapper json,
            ScimCheckProperties properties,
            Features features) {
        this.servers = servers;
        this.people = people;
        this.assignments = assignments;
        this.grants = grants;
        this.instances = instances;
        this.provisioning = provisioning;
        this.http = http;
        this.json = json;
        this.properties = properties;
        this.features = features;
    }

    @Override
    public SuiteName name() {
        return SuiteName.SCIM_CRUD;
    }

    @Override
    public List<Check> checks() {
        return checks;
    }

    @Override
    public boolean accepts(Instance instance) {
        return instance.has(Protocol.SCIM);
    }

    @Override
    public Plan plan(CheckRun run) {
        return servers.plan(run, withEntitlements(run) ? checks : CrudAssertions.all());
    }

    private boolean withEntitlements(CheckRun run) {
        return features.entitlements() && servers.offersEntitlements(run);
    }

    @Override
    public Session open(CheckRun run) {
        var tested = servers.of(run);
        var traffic = new SeenTraffic();
        var directory =
                new SandboxDirectory(people, assignments, grants, instances, provisioning, tested.instance(), run.id());
        directory.sweep();
        var client = new ScimClient(http, json, tested.server(), traffic);
        var ledger = servers.ledger(run, tested, client);
        traffic.taken();
        var script = new CrudScript(
                directory,
                client,
                traffic,
                new Arrival(properties.poll(), properties.limit()),
                TestPerson.of(run.id(), 1000 + run.progress().done(), properties),
                TestGroups.of(client, tested.scim().settings()),
                withEntitlements(run)
                        ? provisioning.offered(tested.instance(), traffic).orElse(null)
                        : null,
                ledger);
        return servers.admitted(
                tested, new ScriptedSession(script, tested.server().authorization()));
    }
}
