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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells provisioned apps what happened to people, and notes what they answered. */
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
        this.provisioning = provisioning;
        this.log = log;
    }

    private interface Telling {
        Provisioned tell(Instance instance, Person person);
    }

    void arrived(InstanceId id, PersonId person, @Nullable Secret password) {
        told(
                id,
                person,
                "Assigned",
                (instance, found) -> provisioning.assigned(instance, found, password, Capture.NONE));
    }

    void changed(InstanceId id, PersonId person) {
        told(
                id,
                person,
                "Attributes changed",
                (instance, found) -> provisioning.changed(instance, found, Capture.NONE));
    }

    Provisioned entitled(InstanceId id, PersonId person, Entitlement one, boolean granted) {
        return told(
                id,
                person,
                (granted ? "Given " : "Taken away ") + one.display(),
                (instance, found) -> granted
                        ? provisioning.granted(instance, found, one, Capture.NONE)
                        : provisioning.revoked(instance, found, one, Capture.NONE));
    }

    void left(InstanceId id, PersonId person) {
        told(id, person, "Unassigned", (instance, found) -> provisioning.left(instance, found, Capture.NONE));
    }

    private Provisioned told(InstanceId id, PersonId person, String event, Telling telling) {
        return instances
                .find(id)
                .filter(TellApps::provisions)
                .flatMap(instance -> people.find(person)
                        .map(found -> noted(instance, found, event, telling.tell(instance, found))))
                .orElseGet(() -> new Provisioned.NotReached("The instance is not connected, or inactive.", true));
    }

    private Provisioned noted(Instance instance, Person person, String event, Provisioned outcome) {
        note(instance, person, event, outcome);
        return outcome;
    }

    /** All apps that the person is assigned to. */
    void tell(Person person, String event, Function<Instance, Provisioned> call) {
        provisioned(person).forEach(instance -> note(instance, person, event, call.apply(instance)));
    }

    void note(Instance instance, Person person, String event, Provisioned outcome) {
        log.note(instance, person, event, outcome);
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
