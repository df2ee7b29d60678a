package dev.oin.checks.preflight;

import dev.oin.checks.CapturedCalls;
import dev.oin.checks.Check;
import dev.oin.checks.CheckRun;
import dev.oin.checks.Evidence;
import dev.oin.checks.Exhibit;
import dev.oin.checks.Outcome;
import dev.oin.checks.Suite;
import dev.oin.checks.SuiteName;
import dev.oin.egress.GuardedHttp;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.sandbox.logout.UniversalLogout;
import dev.oin.submission.MetadataReader;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The contact check: whether everything that later runs need can be reached and agrees, so that errors of configuration are not taken for the app's. */
@Component
class PreflightSuite implements Suite {

    private static final int AT_ONCE = 6;

    private final Instances instances;
    private final InstalledContacts contacts;
    private final SandboxAddresses addresses;
    private final GuardedHttp http;
    private final List<PreflightCheck> ofApps;

    PreflightSuite(
            Instances instances,
            InstalledContacts contacts,
            SandboxAddresses addresses,
            GuardedHttp http,
            MetadataReader metadata) {
        this.instances = instances;
        this.contacts = contacts;
        this.addresses = addresses;
        this.http = http;
        this.ofApps = PreflightChecks.all(metadata);
    }

    @Override
    public SuiteName name() {
        return SuiteName.PREFLIGHT;
    }

    @Override
    public List<Check> checks() {
        return Stream.<Check>concat(
                        ofApps.stream(), Stream.of(PreflightChecks.issuer(URI.create("about:blank"), "the issuer")))
                .toList();
    }

    @Override
    public boolean accepts(Instance instance) {
        return true;
    }

    @Override
    public Plan plan(CheckRun run) {
        var protocols = protocols(tested(run));
        return new Plan.Cases(checks().stream()
                .map(PreflightCheck.class::cast)
                .filter(check -> check.protocol() == null || protocols.contains(check.protocol()))
                .map(Check.class::cast)
                .toList());
    }

    private static Set<Protocol> protocols(List<Instance> tested) {
        return tested.stream()
                .flatMap(instance -> Stream.concat(
                        instance.protocols().stream(),
                        UniversalLogout.endpoint(instance).map(endpoint -> Protocol.UNIVERSAL_LOGOUT).stream()))
                .collect(Collectors.toSet());
    }

    /** All that later runs can be about, whichever was named. */
    private List<Instance> tested(CheckRun run) {
        return instances.of(run.submission()).stream()
                .filter(instance -> instance.id().equals(run.instance())
                        || instance.active() && instances.eligibility(instance).isEligible())
                .toList();
    }

    @Override
    public Session open(CheckRun run) {
        var installed = tested(run).stream().map(contacts::of).toList();
        var issuer = addresses.issuer(run.organization());
        var ours = PreflightChecks.issuer(URI.create(issuer + "/.well-known/openid-configuration"), issuer);
        return new Session() {
            @Override
            public Outcome verify(Check check, Evidence evidence) {
                var calls = new CapturedCalls("contact");
                installed.stream()
                        .flatMap(one -> Stream.ofNullable(one.scim()))
                        .flatMap(scim -> Stream.ofNullable(scim.authorization()))
                        .forEach(evidence::secret);
                var one = check.id().equals(ours.id()) ? ours : (PreflightCheck) check;
                var outcome = one.contact().apply(new Contacts(http, calls, installed));
                var seen = calls.taken();
                if (!seen.isEmpty()) {
                    evidence.keep(new Exhibit.Traffic("Calls", seen));
                }
                return outcome;
            }

            @Override
            public int sideBySide() {
                return AT_ONCE;
            }

            @Override
            public void close() {
                // Nothing was made.
            }
        };
    }
}
