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
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The strict suite: does the server keep to RFC 7643 and RFC 7644, and stand up to odd input? */
@Component
class StrictSuite implements Suite {

    private final TestedServers servers;
    private final GuardedHttp http;
    private final ObjectMapper json;
    private final ScimCheckProperties properties;
    private final List<Check> checks = all();

    StrictSuite(TestedServers servers, GuardedHttp http, ObjectMapper json, ScimCheckProperties properties) {
        this.servers = servers;
        this.http = http;
        this.json = json;
        this.properties = properties;
    }

    /** In this order: the rows about errors look back at all others. */
    static List<Check> all() {
        return Stream.of(
                        TransportChecks.all(),
                        DiscoveryChecks.all(),
                        ClientChecks.all(),
                        CreationChecks.all(),
                        ResourceChecks.all(),
                        FilterChecks.all(),
                        PageChecks.all(),
                        PatchChecks.all(),
                        GroupChecks.all(),
                        DiscoveryChecks.last())
                .<Check>flatMap(List::stream)
                .toList();
    }

    @Override
    public SuiteName name() {
        return SuiteName.SCIM_RFC;
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

    @Override
    public Session open(CheckRun run) {
        var tested = servers.of(run);
        var traffic = new SeenTraffic();
        var client = new ScimClient(http, json, tested.server(), traffic);
        var ledger = servers.ledger(run, tested, client);
        traffic.taken();
        var lab = new ScimLab(
                client,
                TestPerson.of(run.id(), 2000 + run.progress().done(), properties),
                ledger,
                new Arrival(properties.poll(), properties.limit()));
        return servers.admitted(
                tested,
                new StrictSession(
                        lab, traffic, tested.scim().settings(), tested.server().authorization()));
    }
}
