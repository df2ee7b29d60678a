package dev.oin.sandbox.login;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in to an organisation's sandbox. The organisation is part of it and is compared at every request, so that a session is good in its own sandbox only.
 *
 * @param run the run that the session was opened for with a one-time ticket
 * @param instance the only instance that such a session reaches
 * @param session names the session towards apps, without being usable as one
 */
public record SandboxPrincipal(
        UUID personId,
        UUID organizationId,
        @Nullable UUID runId,
        @Nullable UUID instanceId,
        Instant authenticatedAt,
        String session)
        implements Principal, Serializable {

    /** The person. */
    public PersonId person() {
        return new PersonId(personId);
    }

    /** The organisation. */
    public OrganizationId organization() {
        return new OrganizationId(organizationId);
    }

    /** The run, if the session belongs to one. */
    public Optional<RunId> run() {
        return Optional.ofNullable(runId).map(RunId::new);
    }

    /** Whether the session reaches the instance at all. */
    public boolean reaches(InstanceId instance) {
        return instanceId == null || instanceId.equals(instance.value());
    }

    @Override
    public String getName() {
        return personId.toString();
    }

    @Override
    public String toString() {
        return getName();
    }
}
