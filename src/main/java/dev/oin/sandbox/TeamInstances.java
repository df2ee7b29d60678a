package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;

/** What the team does with instances of its own making, held as they are: the rules for an ISV's edits do not apply. */
public interface TeamInstances {

    /** Lets the person sign in there. */
    void assign(InstanceId instance, PersonId person);

    /** Turns the instance off; it leaves the tester. */
    void turnOff(InstanceId instance);

    /** Removes the instance, if it is still there. */
    void remove(InstanceId instance);
}
