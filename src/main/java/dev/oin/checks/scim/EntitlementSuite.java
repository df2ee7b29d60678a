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
import dev.oin.submission.Entitlements;
import dev.oin.submission.Features;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The entitlements suite: does the server list its roles and entitlements, and keep to what is given and taken away? */
@Component
class EntitlementSuite implements Suite {

    private final TestedServers servers;
    private final GuardedHttp http;
    private final ObjectMapper json;
    private final ScimCheckProperties properties;
    private final Features features;
    private final List<Check> checks = EntitlementChecks.all();

    EntitlementSuite(
            TestedServers servers,
            GuardedHttp http,
            ObjectMapper json,
            ScimCheckProperties properties,
            Features features) {
        this.servers = servers;
        this.http = http;
        this.json = json;
        this.properties = properties;
        this.features = features;
    }

    @Override
    public SuiteName name() {
        return SuiteName.SCIM_ENTITLEMENTS;
    }

    @Override
    public List<Check> checks() {
        return checks;
    }

    @Override
    public Optional<String> withheld() {
        return features.withheld(Protocol.ENTITLEMENTS);
    }

    @Override
    public boolean accepts(Instance instance) {
        var scim = instance.app().scim();
        return instance.has(Protocol.SCIM) && scim != null && scim.entitlements() != null;
    }

    @Override
    public Plan plan(CheckRun run) {
        return servers.offersEntitlements(run)
                ? servers.plan(run, checks)
                : new Plan.Refused(
                        "Select Entitlement management on page 1, then generate an instance for SCIM again.");
    }

    @Override
    public Session open(CheckRun run) {
        var tested = servers.of(run);
        var traffic = new SeenTraffic();
        var client = new ScimClient(http, json, tested.server(), traffic);
        var ledger = servers.ledger(run, tested, client);
        traffic.taken();
        var declared = tested.scim().settings();
        var entitlements = new EntitlementLab(
                client,
                Objects.requireNonNullElseGet(tested.scim().entitlements(), () -> new Entitlements(null)),
                Set.copyOf(declared.userOps()));
        var lab = new ScimLab(
                client,
                TestPerson.of(run.id(), 3000 + run.progress().done(), properties),
                ledger,
                new Arrival(properties.poll(), properties.limit()),
                entitlements);
        return servers.admitted(
                tested,
                new StrictSession(lab, traffic, declared, tested.server().authorization()));
    }
}
