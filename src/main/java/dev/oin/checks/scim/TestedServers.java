package dev.oin.checks.scim;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.checks.Check;
import dev.oin.checks.CheckRun;
import dev.oin.checks.MadeInApps;
import dev.oin.checks.Suite;
import dev.oin.checks.Suite.Plan;
import dev.oin.egress.Capture;
import dev.oin.egress.GuardedHttp;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.scim.Patience;
import dev.oin.sandbox.scim.Provisioning;
import dev.oin.sandbox.scim.Provisioning.Connection;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.sandbox.scim.ScimReply;
import dev.oin.sandbox.scim.ScimServer;
import dev.oin.sandbox.scim.TryCredentials;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the server that a run is about. */
@Component
class TestedServers {

    private final Instances instances;
    private final Provisioning provisioning;
    private final TryCredentials credentials;
    private final MadeInApps book;
    private final GuardedHttp http;
    private final ObjectMapper json;
    private final ScimCheckProperties properties;

    TestedServers(
            Instances instances,
            Provisioning provisioning,
            TryCredentials credentials,
            MadeInApps book,
            GuardedHttp http,
            ObjectMapper json,
            ScimCheckProperties properties) {
        this.instances = instances;
        this.provisioning = provisioning;
        this.credentials = credentials;
        this.book = book;
        this.http = http;
        this.json = json;
        this.properties = properties;
    }

    /** An instance with its server. */
    record Tested(Instance instance, InstalledApp.Scim scim, ScimServer server) {}

    /** What a suite talks with a server through, and writes down of it. */
    record Conversation(Tested tested, ScimClient client, SeenTraffic traffic, Ledger ledger, Arrival arrival) {}

    /** The run's checks, or why they cannot be run. */
    Plan plan(CheckRun run, List<Check> checks) {
        var instance = instance(run);
        if (instance.isEmpty()) {
            return new Plan.Refused("Generate an instance for SCIM first.");
        }
        return switch (provisioning.connection(instance.get())) {
            case Connection.NotConnected(var reason) -> new Plan.Refused(reason);
            case Connection.Connected(var server) ->
                new Plan.Cases(checks.stream()
                        .filter(check -> run.cases().isEmpty() || run.cases().contains(check.id()))
                        .toList());
        };
    }

    /** Whether the run's app has entitlement management. */
    boolean offersEntitlements(CheckRun run) {
        return instance(run)
                .map(instance -> instance.app().scim())
                .filter(scim -> scim.entitlements() != null)
                .isPresent();
    }

    /** The suite's session, for as long as the server lets us in. */
    Suite.Session admitted(Tested tested, Suite.Session session) {
        return new AdmittedSession(session, tested.server(), () -> credentials.of(tested.instance()));
    }

    /** Begins to talk with the run's server: sweeps what earlier attempts left in the app, and opens the book of this one. */
    Conversation begin(CheckRun run) {
        var tested = of(run);
        var traffic = new SeenTraffic();
        var client = new ScimClient(http, json, tested.server(), traffic);
        Ledger.sweep(book, book.unswept(run.id(), tested.instance().id()), client);
        traffic.taken();
        return new Conversation(
                tested,
                client,
                traffic,
                Ledger.of(book, run, tested.instance().id()),
                new Arrival(properties.poll(), properties.limit()));
    }

    /** Takes out of the app what the run left there; an app that does not answer soon keeps it, and the book says so. */
    void leave(CheckRun run) {
        var instance = instance(run);
        if (instance.isPresent()
                && provisioning.connection(instance.get()) instanceof Connection.Connected(var server)) {
            var client = new ScimClient(http, json, server, Capture.NONE, Patience.BRIEF);
            if (answers(client)) {
                Ledger.sweep(book, book.unswept(run.id(), instance.get().id()), client);
            }
        }
    }

    private static boolean answers(ScimClient client) {
        return client.send("GET", "/Users?count=1&startIndex=1", null, call -> call.within(Patience.BRIEF.most()))
                instanceof ScimReply.Answer;
    }

    /** Somebody whom the run makes up; each suite and attempt counts from another number. */
    TestPerson person(CheckRun run, int number) {
        return TestPerson.of(run.id(), number, properties);
    }

    Tested of(CheckRun run) {
        var instance = instance(run)
                .orElseThrow(() -> new IllegalStateException("The instance of run " + run.id() + " is gone"));
        var scim = instance.app().scim();
        if (scim != null && provisioning.connection(instance) instanceof Connection.Connected(var server)) {
            return new Tested(instance, scim, server);
        }
        throw new IllegalStateException("The instance of run " + run.id() + " is no longer connected");
    }

    private Optional<Instance> instance(CheckRun run) {
        return Optional.ofNullable(run.instance())
                .flatMap(instances::find)
                .filter(instance -> instance.has(Protocol.SCIM));
    }
}
