package dev.oin.checks.scim;

import dev.oin.egress.Capture;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.scim.Provisioned;
import java.util.List;
import java.util.Optional;

/** The directory's side of the CRUD suite: one made-up person, whose changes are told to the app as for any other. */
interface TestDirectory {

    /** Whether the instance is there and active. */
    boolean hasInstance();

    /** Adds the person. */
    Optional<PersonId> add(TestPerson person);

    /** Assigns the person to the app, with these roles and entitlements. */
    Provisioned assign(PersonId person, List<Entitlement> granted, Capture capture);

    /** Gives the person a role or entitlement. */
    Provisioned grant(PersonId person, Entitlement one, Capture capture);

    /** Takes it away. */
    Provisioned revoke(PersonId person, Entitlement one, Capture capture);

    /** Gives the person another name. */
    Provisioned rename(PersonId person, TestPerson renamed, Capture capture);

    /** Deactivates the person, who loses the assignment. */
    Provisioned deactivate(PersonId person, Capture capture);

    /** Activates the person, who stays without assignment. */
    boolean reactivate(PersonId person);

    /** Takes the assignment away. */
    Provisioned unassign(PersonId person, Capture capture);

    /** Removes the person from the directory; the app is told nothing. */
    void remove(PersonId person);
}
