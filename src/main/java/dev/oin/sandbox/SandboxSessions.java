package dev.oin.sandbox;

import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import java.time.Instant;
import java.util.List;

/** Who is signed in to the sandbox. */
public interface SandboxSessions {

    /** The open sessions of the organisation's people. */
    List<Session> of(OrganizationId organization);

    /** Ends all sessions of the person; how many there were. */
    int end(PersonId person);

    /** An open session. */
    record Session(PersonId person, Instant startedAt, Instant lastUsedAt) {}
}
