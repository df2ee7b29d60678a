package dev.oin.checks.sso;

import dev.oin.checks.Check;
import dev.oin.checks.Evidence;
import dev.oin.checks.Outcome;
import dev.oin.checks.Suite;

/** A run that stopped before the app was judged: one of its addresses leads nowhere, so that no sign-in can come of it. */
record StoppedByConfiguration(Outcome outcome) implements Suite.Session {

    @Override
    public Outcome verify(Check check, Evidence evidence) {
        evidence.step("Stopped before the sign-in: the contact check found an address that leads nowhere");
        return outcome;
    }

    @Override
    public void close() {
        // Nothing was made.
    }
}
