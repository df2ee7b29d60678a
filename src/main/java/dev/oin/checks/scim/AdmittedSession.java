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

/** Ends a suite with one verdict where the server does not take the credentials, at the beginning or on the way, instead of letting every check fail for it. */
final class AdmittedSession implements Suite.Session {

    private static final String EXPECTED = "The SCIM server lets this instance in.";

    private final Suite.Session session;
    private final ScimServer server;
    private final Supplier<Admission> trial;
    private boolean tried;
    private @Nullable String stoppedAt;
    private Admission.@Nullable Denied denied;

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
        if (denied != null) {
            return stopped(denied, check);
        }
        var outcome = session.verify(check, evidence);
        evidence.secret(server.authorization().reveal().replaceFirst("^Bearer ", ""));
        if (outcome instanceof Outcome.Failed failed && failed.blame() == Fault.CONFIGURATION) {
            tryCredentials(evidence);
        }
        return denied == null ? outcome : stopped(denied, check);
    }

    private void tryCredentials(Evidence evidence) {
        if (trial.get() instanceof Admission.Denied refusal) {
            denied = refusal;
            evidence.step("Asked for one user with the instance's credentials. " + refusal.seen());
        }
    }

    private Outcome stopped(Admission.Denied refusal, Check check) {
        if (stoppedAt == null) {
            stoppedAt = check.id().value();
            return new Outcome.Failed(Fault.CONFIGURATION, EXPECTED, refusal.seen(), refusal.change());
        }
        return new Outcome.Inconclusive(
                EXPECTED,
                "Not run: the server refused the credentials, see " + stoppedAt + '.',
                "Repair the credentials, then run again.");
    }

    @Override
    public void close() {
        session.close();
    }
}
