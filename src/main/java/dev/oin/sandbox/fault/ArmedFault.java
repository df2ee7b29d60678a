package dev.oin.sandbox.fault;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;

/** The order to answer with a fault: in sign-ins of one run, of one person, at one instance. */
public record ArmedFault(RunId run, PersonId person, InstanceId instance, String checkId) {}
