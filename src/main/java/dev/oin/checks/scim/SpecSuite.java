package dev.oin.checks.scim;

import dev.oin.checks.CheckRun;
import dev.oin.checks.SuiteName;
import dev.oin.submission.Scim.ScimObject;
import org.springframework.stereotype.Component;

/** The SPEC suite: does the server speak SCIM as the provisioning client needs it? */
@Component
class SpecSuite extends ScimSuite {

    private final ScimCheckProperties properties;

    SpecSuite(TestedServers servers, ScimCheckProperties properties) {
        super(SuiteName.SCIM_SPEC, SpecAssertions.all(), servers);
        this.properties = properties;
    }

    /** A resumed run makes up somebody else, for the first one's name may be taken. */
    @Override
    public Session open(CheckRun run) {
        var talk = servers.begin(run);
        var tested = talk.tested();
        var script = new SpecScript(
                talk.client(),
                talk.traffic(),
                tested.scim().settings().objects().contains(ScimObject.GROUPS),
                servers.person(run, run.progress().done()),
                properties.unknownUser(),
                talk.ledger(),
                talk.arrival());
        if (run.progress().done() > 0) {
            script.removeLeftOver(servers.person(run, 0));
        }
        return servers.admitted(
                tested, new ScriptedSession(script, tested.server().authorization()));
    }
}
