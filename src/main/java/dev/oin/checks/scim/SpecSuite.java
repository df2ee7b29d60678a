package dev.oin.checks.scim;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.checks.Check;
import dev.oin.checks.CheckRun;
import dev.oin.checks.Suite;
import dev.oin.checks.SuiteName;
import dev.oin.egress.GuardedHttp;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.submission.Scim.ScimObject;
import java.util.List;
import org.springframework.stereotype.Component;

/** The SPEC suite: does the server speak SCIM as the provisioning client needs it? */
@Component
class SpecSuite implements Suite {

    private final TestedServers servers;
    private final GuardedHttp http;
    private final ObjectMapper json;
    private final ScimCheckProperties properties;
    private final List<Check> checks = SpecAssertions.all();

    SpecSuite(TestedServers servers, GuardedHttp http, ObjectMapper json, ScimCheckProperties properties) {
        this.servers = servers;
        this.http = http;
        this.json = json;
        this.properties = properties;
    }

    @Override
    public SuiteName name() {
        return SuiteName.SCIM_SPEC;
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
        return servers.plan(run, checks);
    }

    /** A resumed run makes up somebody else, for the first one's name may be taken. */
    @Override
    public Session open(CheckRun run) {
        var tested = servers.of(run);
        var traffic = new SeenTraffic();
        var client = new ScimClient(http, json, tested.server(), traffic);
        var ledger = servers.ledger(run, tested, client);
        traffic.taken();
        var script = new SpecScript(
                client,
                traffic,
                tested.scim().settings().objects().contains(ScimObject.GROUPS),
                TestPerson.of(run.id(), run.progress().done(), properties),
                properties.unknownUser(),
                ledger,
                new Arrival(properties.poll(), properties.limit()));
        if (run.progress().done() > 0) {
            script.removeLeftOver(TestPerson.of(run.id(), 0, properties));
        }
        return servers.admitted(
                tested, new ScriptedSession(script, tested.server().authorization()));
    }
}
