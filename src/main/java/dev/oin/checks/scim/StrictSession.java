package dev.oin.checks.scim;

import dev.oin.checks.Check;
import dev.oin.checks.Evidence;
import dev.oin.checks.Exhibit;
import dev.oin.checks.Outcome;
import dev.oin.checks.Suite;
import dev.oin.submission.Scim;
import dev.oin.vault.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads one conversation after the other. */
final class StrictSession implements Suite.Session {

    private static final Logger LOG = LoggerFactory.getLogger(StrictSession.class);

    private final ScimLab lab;
    private final SeenTraffic traffic;
    private final Scim declared;
    private final Secret authorization;

    StrictSession(ScimLab lab, SeenTraffic traffic, Scim declared, Secret authorization) {
        this.lab = lab;
        this.traffic = traffic;
        this.declared = declared;
        this.authorization = authorization;
    }

    @Override
    public Outcome verify(Check check, Evidence evidence) {
        if (!(check instanceof StrictCheck strict)) {
            throw new IllegalArgumentException("Not of this suite: " + check.id());
        }
        evidence.secret(authorization.reveal().replaceFirst("^Bearer ", ""));
        var outcome = strict.outcome(lab, declared);
        var seen = traffic.taken();
        if (!seen.isEmpty()) {
            evidence.keep(new Exhibit.Traffic(check.title(), seen));
        }
        lab.tidy();
        traffic.taken();
        return outcome;
    }

    @Override
    public void close() {
        lab.cleanUp().forEach(left -> LOG.warn("A SCIM run had to leave something in the app: {}", left));
    }
}
