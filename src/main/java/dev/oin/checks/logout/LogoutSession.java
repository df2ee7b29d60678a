package dev.oin.checks.logout;

import dev.oin.checks.Check;
import dev.oin.checks.CheckRun;
import dev.oin.checks.Evidence;
import dev.oin.checks.Exhibit;
import dev.oin.checks.Outcome;
import dev.oin.checks.Suite;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.logout.UniversalLogout;

/** One run of the suite; its checks take turns, for each of them ends the person's sessions. */
record LogoutSession(LogoutTools tools, CheckRun run, Instance instance, LateEnds lateEnds) implements Suite.Session {

    @Override
    public Outcome verify(Check check, Evidence evidence) {
        var endpoint = UniversalLogout.endpoint(instance).orElseThrow();
        var people = tools.sessions().people(run, instance);
        var lab = new LogoutLab(tools, run, instance, endpoint, people, evidence, lateEnds);
        try {
            return ((LogoutCheck) check).outcome(lab);
        } finally {
            var calls = lab.calls().taken();
            if (!calls.isEmpty()) {
                evidence.keep(new Exhibit.Traffic("Calls to the logout endpoint", calls));
            }
        }
    }

    @Override
    public void close() {
        tools.otherTenants().sweep(run);
        tools.extraKeys().withdraw(run.id());
    }
}
