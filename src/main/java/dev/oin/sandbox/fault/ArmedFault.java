package dev.oin.sandbox.fault;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;

/**
 * The order to answer with a fault: in sign-ins of one run, of one person, at one instance.
 *
 * @param checkId the fault, and after a slash which variant of it, where it has several
 */
public record ArmedFault(RunId run, PersonId person, InstanceId instance, String checkId) {

    /** The id of the check whose fault it is. */
    public String check() {
        var slash = checkId.indexOf('/');
        return slash < 0 ? checkId : checkId.substring(0, slash);
    }

    /** Which variant; empty where the fault has one only. */
    public String variant() {
        return checkId.substring(Math.min(checkId.length(), check().length() + 1));
    }
}
