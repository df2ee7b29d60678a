package dev.oin.checks.scim;

import dev.oin.egress.Capture;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.Grants;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonChange;
import dev.oin.sandbox.PersonDetails;
import dev.oin.sandbox.PersonOutcome;
import dev.oin.sandbox.scim.Provisioned;
import dev.oin.sandbox.scim.Provisioning;
import dev.oin.vault.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The product's own directory, for one run on one instance; each change is a transaction of its own, the calls follow outside of it. */
final class SandboxDirectory implements TestDirectory {

    /** What the suite's person has beside a name and an address (C02). */
    private static final Map<String, String> PROFILE = Map.of("title", "Test person", "primaryPhone", "+1 555 0100");

    private final People people;
    private final Assignments assignments;
    private final Grants grants;
    private final Instances instances;
    private final Provisioning provisioning;
    private final Instance instance;
    private final RunId run;
    private @Nullable Secret password;

    SandboxDirectory(
            People people,
            Assignments assignments,
            Grants grants,
            Instances instances,
            Provisioning provisioning,
            Instance instance,
            RunId run) {
        this.people = people;
        this.assignments = assignments;
        this.grants = grants;
        this.instances = instances;
        this.provisioning = provisioning;
        this.instance = instance;
        this.run = run;
    }

    @Override
    public boolean hasInstance() {
        return instances.find(instance.id()).filter(Instance::active).isPresent();
    }

    @Override
    public Optional<PersonId> add(TestPerson person) {
        var details = new PersonDetails(person.givenName(), person.familyName(), person.email());
        if (people.addForRun(instance.organization(), details, run)
                instanceof PersonOutcome.Saved(var saved, var none)) {
            password = newPassword(saved.id());
            people.edit(saved.id(), instance.organization(), PersonChange.of(PROFILE));
            return Optional.of(saved.id());
        }
        return Optional.empty();
    }

    private @Nullable Secret newPassword(PersonId person) {
        return people.resetPassword(person, instance.organization(), null)
                                instanceof PersonOutcome.Saved(var saved, var madeUp)
                        && madeUp != null
                ? new Secret(madeUp)
                : null;
    }

    @Override
    public Provisioned assign(PersonId person, List<Entitlement> granted, Capture capture) {
        assignments.assignForRun(instance.id(), person, run);
        grants.setForRun(instance.id(), person, granted, run);
        return provisioning.assigned(instance, found(person), password, capture);
    }

    @Override
    public Provisioned grant(PersonId person, Entitlement one, Capture capture) {
        var held = grants.of(instance.id(), person);
        grants.setForRun(
                instance.id(),
                person,
                Stream.concat(held.stream(), Stream.of(one)).toList(),
                run);
        return provisioning.granted(instance, found(person), one, capture);
    }

    @Override
    public Provisioned revoke(PersonId person, Entitlement one, Capture capture) {
        var held = grants.of(instance.id(), person);
        grants.setForRun(
                instance.id(),
                person,
                held.stream().filter(other -> !other.isSame(one)).toList(),
                run);
        return provisioning.revoked(instance, found(person), one, capture);
    }

    @Override
    public Provisioned rename(PersonId person, TestPerson renamed, Capture capture) {
        people.change(
                person,
                instance.organization(),
                new PersonDetails(renamed.givenName(), renamed.familyName(), renamed.email()));
        return provisioning.changed(instance, found(person), capture);
    }

    @Override
    public Provisioned deactivate(PersonId person, Capture capture) {
        people.turn(person, instance.organization(), Person.Status.DEACTIVATED);
        return unassign(person, capture);
    }

    @Override
    public boolean reactivate(PersonId person) {
        return people.turn(person, instance.organization(), Person.Status.ACTIVE) instanceof PersonOutcome.Saved;
    }

    @Override
    public Provisioned unassign(PersonId person, Capture capture) {
        assignments.unassignAll(run);
        return provisioning.left(instance, found(person), capture);
    }

    @Override
    public void remove(PersonId person) {
        people.remove(person, instance.organization());
    }

    /** Ends what an interrupted attempt began: its people are set inactive in the app and removed here. */
    void sweep() {
        people.madeFor(run).forEach(person -> {
            provisioning.left(instance, person, Capture.NONE);
            people.remove(person.id(), instance.organization());
        });
        assignments.unassignAll(run);
    }

    private Person found(PersonId person) {
        return people.find(person, instance.organization())
                .orElseThrow(() -> new IllegalStateException("Person " + person + " was removed during run " + run));
    }
}
