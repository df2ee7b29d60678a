package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;

/** One-time tickets with which a run of checks signs a person in through the real sign-in page. */
public interface SignInTickets {

    /**
     * A ticket to type instead of the person's password, once, within ten minutes. The session that it opens reaches the one instance only,
     * and what happens in it is noted with the run.
     */
    String issue(RunId run, PersonId person, InstanceId instance);
}
