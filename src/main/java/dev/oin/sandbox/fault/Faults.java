package dev.oin.sandbox.fault;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import java.util.Optional;

/** The faults that are armed; none outlives its run. */
public interface Faults {

    /** Arms the fault, in place of another one for the same run, person and instance. */
    void arm(ArmedFault fault);

    /** Disarms all faults of the run. */
    void disarm(RunId run);

    /** The fault that a sign-in has to answer with. */
    Optional<ArmedFault> armed(RunId run, PersonId person, InstanceId instance);
}
