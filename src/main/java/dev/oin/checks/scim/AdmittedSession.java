package dev.oin.checks.scim;

import dev.oin.checks.Check;
import dev.oin.checks.Evidence;
import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.Suite;
import dev.oin.sandbox.scim.Admission;
import dev.oin.sandbox.scim.ScimServer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a suite with one verdict where the server does not take the credentials, or where no SCIM server answers, at the beginning or on the way, instead of letting every
 * check fail for it.
 */
final class AdmittedSession implements Suite.Session {

    private final Suite.Session session;
    private final ScimServer server;
    private final Supplier<Admission> trial;
    private boolean tried;
    private @Nullable String stoppedAt;
    private @Nullable Stop stop;

    /** Why no check can be made. */
    private record Stop(String expected, String seen, String change, String inShort) {}

    AdmittedSession(Suite.Session session, ScimServer server, Supplier<Admission> trial) {
        this.session = session;
        this.server = server;
        this.trial = trial;
    }

    @Override
    public Outcome verify(Check check, Evidence evidence) {
        if (!tried) {
            tried = true;
            tryCredentials(evidence);
        }
        if (stop != null) {
            return stopped(stop, check);
        }
        var outcome = session.verify(check, evidence);
        evidence.secret(server.authorization().reveal().replaceFirst("^Bearer ", ""));
        if (outcome instanceof Outcome.Failed failed && failed.blame() == Fault.CONFIGURATION) {
            tryCredentials(evidence);
        }
        return stop == null ? outcome : stopped(stop, check);
    }

    private void tryCredentials(Evidence evidence) {
        stop = switch (trial.get()) {
            case Admission.Denied(var cause, var seen, var change) ->
                new Stop("The SCIM server lets this instance in.", seen, change, "the server refused the credentials");
            case Admission.Elsewhere(var seen, var change) ->
                new Stop("A SCIM server answers at the base URL.", seen, change, "no SCIM server answered");
            case Admission.Granted granted -> null;
            case Admission.Unclear unclear -> null;
            case Admission.NotAsked notAsked -> null;
        };
        if (stop != null) {
            evidence.step("Asked for one user with the instance's credentials. " + stop.seen());
        }
    }

    private Outcome stopped(Stop reason, Check check) {
        if (stoppedAt == null) {
            stoppedAt = check.id().value();
            return new Outcome.Failed(Fault.CONFIGURATION, reason.expected(), reason.seen(), reason.change());
        }
        return new Outcome.Inconclusive(
                reason.expected(),
                "Not run: " + reason.inShort() + ", see " + stoppedAt + '.',
                "Repair what it names, then run again.");
    }

    @Override
    public void close() {
        session.close();
    }
}
