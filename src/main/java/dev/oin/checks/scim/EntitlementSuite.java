package dev.oin.checks.scim;

import dev.oin.checks.CheckRun;
import dev.oin.checks.SuiteName;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import dev.oin.submission.Entitlements;
import dev.oin.submission.Features;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The entitlements suite: does the server list its roles and entitlements, and keep to what is given and taken away? */
@Component
class EntitlementSuite extends ScimSuite {

    private final Features features;

    EntitlementSuite(TestedServers servers, Features features) {
        super(SuiteName.SCIM_ENTITLEMENTS, EntitlementChecks.all(), servers);
        this.features = features;
    }

    @Override
    public Optional<String> withheld() {
        return features.withheld(Protocol.ENTITLEMENTS);
    }

    @Override
    public boolean accepts(Instance instance) {
        var scim = instance.app().scim();
        return super.accepts(instance) && scim != null && scim.entitlements() != null;
    }

    @Override
    public Plan plan(CheckRun run) {
        return servers.offersEntitlements(run)
                ? super.plan(run)
                : new Plan.Refused(
                        "Select Entitlement management on page 1, then generate an instance for SCIM again.");
    }

    @Override
    public Session open(CheckRun run) {
        var talk = servers.begin(run);
        var tested = talk.tested();
        var declared = tested.scim().settings();
        var entitlements = new EntitlementLab(
                talk.client(),
                Objects.requireNonNullElseGet(tested.scim().entitlements(), () -> new Entitlements(null)),
                Set.copyOf(declared.userOps()));
        var lab = new ScimLab(
                talk.client(),
                servers.person(run, 3000 + run.progress().done()),
                talk.ledger(),
                talk.arrival(),
                entitlements);
        return servers.admitted(
                tested,
                new StrictSession(lab, talk.traffic(), declared, tested.server().authorization()));
    }
}
