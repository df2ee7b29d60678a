package dev.oin.sandbox.scim;

import dev.oin.egress.Capture;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.vault.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells provisioned apps what happened to people, and notes what they answered: one piece of work. */
final class TellApps {

    private final People people;
    private final Assignments assignments;
    private final Instances instances;
    private final Provisioning provisioning;
    private final ProvisioningLog log;

    TellApps(
            People people,
            Assignments assignments,
            Instances instances,
            Provisioning provisioning,
            ProvisioningLog log) {
        this.people = people;
        this.assignments = assignments;
        this.instances = instances;
        this.provisioning = provisioning.hurried();
        this.log = log;
    }

    private interface Telling {
        Provisioned tell(Provisioning provisioning, Instance instance, Person person);
    }

    void arrived(InstanceId id, PersonId person, @Nullable Secret password) {
        told(
                id,
                person,
                "Assigned",
                new Matter.OfPerson(person),
                (apps, instance, found) -> apps.assigned(instance, found, password, Capture.NONE));
    }

    void changed(InstanceId id, PersonId person) {
        told(
                id,
                person,
                "Attributes changed",
                new Matter.OfPerson(person),
                (apps, instance, found) -> apps.changed(instance, found, Capture.NONE));
    }

    Provisioned entitled(InstanceId id, PersonId person, Entitlement one, boolean granted) {
        return entitled(id, person, one, granted, (granted ? "Given " : "Taken away ") + one.display());
    }

    Provisioned entitled(InstanceId id, PersonId person, Entitlement one, boolean granted, String event) {
        return told(
                id,
                person,
                event,
                new Matter.OfEntitlement(person, one.key()),
                (apps, instance, found) -> granted
                        ? granted(apps, instance, found, one)
                        : apps.revoked(instance, found, one, Capture.NONE));
    }

    /** Somebody whom the app does not know yet comes with what they were given. */
    private static Provisioned granted(Provisioning apps, Instance instance, Person person, Entitlement one) {
        var granted = apps.granted(instance, person, one, Capture.NONE);
        return granted instanceof Provisioned.NotLinked ? apps.assigned(instance, person, null, Capture.NONE) : granted;
    }

    void left(InstanceId id, PersonId person) {
        left(id, person, "Unassigned");
    }

    Provisioned left(InstanceId id, PersonId person, String event) {
        return told(
                id,
                person,
                event,
                new Matter.OfPerson(person),
                (apps, instance, found) -> apps.left(instance, found, Capture.NONE));
    }

    /** However the person stands in the app, they are there afterwards, active and as their profile says. */
    Provisioned stays(InstanceId id, PersonId person, String event) {
        return told(id, person, event, new Matter.OfPerson(person), (apps, instance, found) -> {
            var changed = apps.changed(instance, found, Capture.NONE);
            return isNobody(changed) ? apps.assigned(instance, found, null, Capture.NONE) : changed;
        });
    }

    private static boolean isNobody(Provisioned changed) {
        return changed instanceof Provisioned.NotLinked
                || changed instanceof Provisioned.NotDeclared
                || changed instanceof Provisioned.Rejected(var call, var status, var reason) && status == 404;
    }

    private Provisioned told(InstanceId id, PersonId person, String event, Matter matter, Telling telling) {
        return instances
                .find(id)
                .filter(TellApps::provisions)
                .flatMap(instance -> people.find(person).map(found -> noted(instance, found, event, matter, telling)))
                .orElseGet(() -> new Provisioned.NotReached("The instance is not connected, or inactive.", true));
    }

    /** Tells the apps that the person had. */
    void deactivated(List<Instance> apps, Person person) {
        tell(
                apps,
                person,
                "Deactivated",
                new Matter.OfPerson(person.id()),
                (calls, instance, gone) -> calls.left(instance, gone, Capture.NONE));
    }

    void renamed(Person person) {
        tell(
                provisioned(person),
                person,
                "Profile changed",
                new Matter.OfPerson(person.id()),
                (calls, instance, changed) -> calls.changed(instance, changed, Capture.NONE));
    }

    void given(Person person, Secret password) {
        tell(
                provisioned(person),
                person,
                "Password set",
                new Matter.Unrepeatable(),
                (calls, instance, found) -> calls.password(instance, found, password, Capture.NONE));
    }

    private void tell(List<Instance> apps, Person person, String event, Matter matter, Telling telling) {
        apps.forEach(instance -> noted(instance, person, event, matter, telling));
    }

    private Provisioned noted(Instance instance, Person person, String event, Matter matter, Telling telling) {
        return log.note(instance, person.fullName(), event, matter, () -> telling.tell(provisioning, instance, person));
    }

    List<Instance> provisioned(Person person) {
        return assignments.instancesOf(person.id()).stream()
                .filter(TellApps::provisions)
                .toList();
    }

    /** An instance without credentials is not provisioned yet. */
    static boolean provisions(Instance instance) {
        return instance.active() && instance.has(Protocol.SCIM) && instance.scimCredentialsSet();
    }
}
