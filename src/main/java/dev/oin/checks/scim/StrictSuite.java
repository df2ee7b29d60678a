package dev.oin.checks.scim;

import dev.oin.checks.Check;
import dev.oin.checks.CheckRun;
import dev.oin.checks.SuiteName;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The strict suite: does the server keep to RFC 7643 and RFC 7644, and stand up to odd input? */
@Component
class StrictSuite extends ScimSuite {

    StrictSuite(TestedServers servers) {
        super(SuiteName.SCIM_RFC, all(), servers);
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
    public Session open(CheckRun run) {
        var talk = servers.begin(run);
        var tested = talk.tested();
        var lab = new ScimLab(
                talk.client(), servers.person(run, 2000 + run.progress().done()), talk.ledger(), talk.arrival());
        return servers.admitted(
                tested,
                new StrictSession(
                        lab,
                        talk.traffic(),
                        tested.scim().settings(),
                        tested.server().authorization()));
    }
}
