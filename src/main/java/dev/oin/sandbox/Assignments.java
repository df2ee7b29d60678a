package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import java.util.List;

/** Who may sign in to which instance. */
public interface Assignments {

    /** The people assigned, longest first; those that a run assigned are left out. */
    List<Person> of(InstanceId instance);

    /** Assigns the person; an edit of the instance, so that its results no longer count. False where one of the two is unknown, or the instance is held. */
    boolean assign(InstanceId instance, PersonId person, OrganizationId owner);

    /** Takes the assignment away; an edit of the instance too. */
    boolean unassign(InstanceId instance, PersonId person, OrganizationId owner);

    /** Assigns a person for the time of a run: no edit of the instance. */
    void assignForRun(InstanceId instance, PersonId person, RunId run);

    /** Takes all assignments of the run away: no edit of the instance. */
    void unassignAll(RunId run);

    /** Whether the person may sign in there. */
    boolean isAssigned(InstanceId instance, PersonId person);

    /** Where the person may sign in: active instances only. */
    List<Instance> instancesOf(PersonId person);
}
