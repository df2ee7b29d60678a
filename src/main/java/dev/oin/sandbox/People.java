package dev.oin.sandbox;

import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people of the sandbox organisations. */
public interface People {

    /** The ISV's own people, by name; those that a run made are left out. */
    List<Person> of(OrganizationId organization);

    /** The organisation's own person; empty for another organisation's id. */
    Optional<Person> find(PersonId id, OrganizationId organization);

    /** The person with the id, whoever it belongs to; for the pipeline itself. */
    Optional<Person> find(PersonId id);

    /** The person who signs in with the address. */
    Optional<Person> findByEmail(String email, OrganizationId organization);

    /** Adds a person; without a password one is made up. */
    PersonOutcome add(OrganizationId organization, PersonDetails details, @Nullable String password);

    /** Adds a person who was found in an app, and who can sign in once a password is set. */
    PersonOutcome addFound(OrganizationId organization, PersonDetails details);

    /** Adds a person who belongs to a run of checks, and who has no password: a run signs people in by tickets. */
    PersonOutcome addForRun(OrganizationId organization, PersonDetails details, RunId run);

    /** Changes names and address. */
    PersonOutcome change(PersonId id, OrganizationId organization, PersonDetails details);

    /** Suspends, deactivates or activates the person; their sessions end unless they are active. */
    PersonOutcome turn(PersonId id, OrganizationId organization, Person.Status status);

    /** Sets the names of the person's groups. */
    PersonOutcome group(PersonId id, OrganizationId organization, List<String> groups);

    /** Sets a new password, made up where none is given. */
    PersonOutcome resetPassword(PersonId id, OrganizationId organization, @Nullable String password);

    /** Several changes at once, all or none. */
    PersonOutcome edit(PersonId id, OrganizationId organization, PersonChange change);

    /** Removes the person with all assignments and sessions; false where there was none. */
    boolean remove(PersonId id, OrganizationId organization);

    /** Removes all people whom the run made. */
    void removeMadeFor(RunId run);

    /** People whom the run made and who are still there. */
    List<Person> madeFor(RunId run);
}
