package dev.oin.checks.scim;

import dev.oin.checks.Check;
import dev.oin.checks.CheckRun;
import dev.oin.checks.Suite;
import dev.oin.checks.SuiteName;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import java.util.List;

/** What the suites on SCIM servers share. */
abstract class ScimSuite implements Suite {

    final TestedServers servers;
    private final SuiteName name;
    private final List<Check> checks;

    ScimSuite(SuiteName name, List<Check> checks, TestedServers servers) {
        this.name = name;
        this.checks = List.copyOf(checks);
        this.servers = servers;
    }

    @Override
    public final SuiteName name() {
        return name;
    }

    @Override
    public final List<Check> checks() {
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
    public void leaveApp(CheckRun run) {
        servers.leave(run);
    }
}
