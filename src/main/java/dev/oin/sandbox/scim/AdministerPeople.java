package dev.oin.sandbox.scim;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.AppAttributes;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.Grants;
import dev.oin.sandbox.GroupAssignments;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonChange;
import dev.oin.sandbox.PersonDetails;
import dev.oin.sandbox.PersonOutcome;
import dev.oin.vault.Secret;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an administrator does to people and assignments, with what follows from it in provisioned apps (scim-checks, part 1B): assigned people are created or linked,
 * changes arrive, whoever is deactivated or unassigned is set inactive, a suspension sends nothing, and nobody is ever deleted there. Each change is a transaction of
 * its own; the calls follow outside of it, are noted, and go on where an app is slow.
 */
@Component
public class AdministerPeople {

    private final People people;
    private final Assignments assignments;
    private final GroupAssignments groups;
    private final AppAttributes attributes;
    private final Grants grants;
    private final Instances instances;
    private final Provisioning provisioning;
    private final ProvisioningLog log;
    private final PushGroups pushes;
    private final Errands errands;

    AdministerPeople(
            People people,
            Assignments assignments,
            GroupAssignments groups,
            AppAttributes attributes,
            Grants grants,
            Instances instances,
            Provisioning provisioning,
            ProvisioningLog log,
            PushGroups pushes,
            Errands errands) {
        this.errands = errands;
        this.pushes = pushes;
        this.people = people;
        this.assignments = assignments;
        this.groups = groups;
        this.attributes = attributes;
        this.grants = grants;
        this.instances = instances;
        this.provisioning = provisioning;
        this.log = log;
    }

    /** For one piece of work. */
    private TellApps apps() {
        return new TellApps(people, assignments, instances, provisioning, log);
    }

    /** Adds a person with a password that is made up; groups bring their assignments. */
    public PersonOutcome add(OrganizationId owner, PersonDetails details) {
        return add(owner, details, null);
    }

    /** Adds a person; groups bring their assignments. */
    public PersonOutcome add(OrganizationId owner, PersonDetails details, @Nullable String password) {
        var outcome = people.add(owner, details, password);
        if (outcome instanceof PersonOutcome.Saved(var person, var madeUp)) {
            var known = madeUp == null ? password : madeUp;
            errands.run(owner, () -> follow(apps(), owner, known == null ? null : new Secret(known)));
        }
        return outcome;
    }

    /** Changes names, address and groups. */
    public PersonOutcome change(PersonId id, OrganizationId owner, PersonDetails details, List<String> names) {
        return edit(id, owner, PersonChange.of(details, names));
    }

    /** Suspends, deactivates or activates. */
    public PersonOutcome turn(PersonId id, OrganizationId owner, Person.Status status) {
        return edit(id, owner, PersonChange.of(status));
    }

    /** Several changes of one person, all or none; apps are told when they are made. */
    public PersonOutcome edit(PersonId id, OrganizationId owner, PersonChange change) {
        return edit(id, owner, change, person -> {});
    }

    private PersonOutcome edit(PersonId id, OrganizationId owner, PersonChange change, Consumer<Person> afterwards) {
        var apps = apps();
        var before = people.find(id, owner);
        var provisioned = before.map(apps::provisioned).orElse(List.of());
        var outcome = people.edit(id, owner, change);
        if (before.isPresent() && outcome instanceof PersonOutcome.Saved(var person, var none)) {
            var leaves = change.status() == Person.Status.DEACTIVATED;
            if (leaves) {
                unassignAll(person);
            }
            errands.run(owner, () -> {
                if (leaves) {
                    apps.deactivated(provisioned, person);
                } else {
                    tellChanges(apps, before.get(), person, change);
                }
                follow(apps, owner, null);
                afterwards.accept(person);
            });
        }
        return outcome;
    }

    private void unassignAll(Person person) {
        assignments
                .instancesOf(person.id())
                .forEach(instance -> assignments.unassign(instance.id(), person.id(), person.organization()));
    }

    private static void tellChanges(TellApps apps, Person before, Person person, PersonChange change) {
        if (!isSame(before, person)) {
            apps.renamed(person);
        }
        var password = change.password();
        if (password != null) {
            apps.given(person, new Secret(password));
        }
    }

    /** Makes up a new password, and tells the apps that take passwords. */
    public PersonOutcome resetPassword(PersonId id, OrganizationId owner) {
        var outcome = people.resetPassword(id, owner, null);
        if (outcome instanceof PersonOutcome.Saved(var person, var password) && password != null) {
            errands.run(owner, () -> apps().given(person, new Secret(password)));
        }
        return outcome;
    }

    /** Removes a deactivated person when all apps were told of them; sends nothing. False where there is none, or they are not deactivated. */
    public boolean remove(PersonId id, OrganizationId owner) {
        return people.find(id, owner)
                        .filter(person -> person.status() == Person.Status.DEACTIVATED)
                        .isPresent()
                && errands.run(owner, () -> people.remove(id, owner)).orElse(true);
    }

    /** Deactivates the person, and removes them when their apps were told; false where there is none. */
    public boolean dismiss(PersonId id, OrganizationId owner) {
        return edit(id, owner, PersonChange.of(Person.Status.DEACTIVATED), person -> people.remove(person.id(), owner))
                instanceof PersonOutcome.Saved;
    }

    /** Assigns the person; false where one of the two is unknown, or the instance is held. */
    public boolean assign(InstanceId instance, PersonId person, OrganizationId owner) {
        var done = assignments.assign(instance, person, owner);
        if (done) {
            errands.run(owner, () -> {
                apps().arrived(instance, person, null);
                pushes.follow(owner);
            });
        }
        return done;
    }

    /** Takes the assignment away. */
    public boolean unassign(InstanceId instance, PersonId person, OrganizationId owner) {
        var done = assignments.unassign(instance, person, owner);
        if (done) {
            errands.run(owner, () -> {
                apps().left(instance, person);
                pushes.follow(owner);
            });
        }
        return done;
    }

    /** Assigns or unassigns a group. */
    public boolean assignGroup(InstanceId instance, String group, boolean assigned, OrganizationId owner) {
        var done = groups.set(instance, group, assigned, owner);
        if (done) {
            errands.run(owner, () -> follow(apps(), owner, null));
        }
        return done;
    }

    /** Sets values of the app's attributes for the person; false where they are not assigned, or the instance is held. */
    public boolean setAttributes(
            InstanceId instance, PersonId person, Map<String, String> values, OrganizationId owner) {
        var done = attributes.set(instance, person, values, owner);
        if (done) {
            errands.run(owner, () -> apps().changed(instance, person));
        }
        return done;
    }

    /** Sets values of the app's attributes for the members of a group; false where it is not assigned, or the instance is held. */
    public boolean setAttributes(InstanceId instance, String group, Map<String, String> values, OrganizationId owner) {
        var done = attributes.set(instance, group, values, owner);
        if (done) {
            errands.run(owner, () -> {
                var apps = apps();
                assignments.of(instance).stream()
                        .filter(person -> person.groups().contains(group))
                        .forEach(person -> apps.changed(instance, person.id()));
            });
        }
        return done;
    }

    /** What came of giving a role or entitlement, or of taking it away. */
    public sealed interface Entitled {

        /** The app was told. */
        record Told(Provisioned provisioned) implements Entitled {}

        /** The app has not answered yet. */
        record UnderWay() implements Entitled {}

        /** The person is not assigned, or the instance is held. */
        record Refused() implements Entitled {}
    }

    /** Gives the person a role or entitlement of the app, or takes it away, and tells the app. */
    public Entitled entitle(
            InstanceId instance, PersonId person, Entitlement one, boolean granted, OrganizationId owner) {
        return grants.set(instance, person, one, granted, owner)
                ? errands.run(owner, () -> apps().entitled(instance, person, one, granted))
                        .<Entitled>map(Entitled.Told::new)
                        .orElseGet(Entitled.UnderWay::new)
                : new Entitled.Refused();
    }

    /** Tells an app that was connected after people were assigned of all of them; says how many. */
    public int tellAll(InstanceId instance, OrganizationId owner) {
        var assigned = instances.find(instance, owner).stream()
                .filter(TellApps::provisions)
                .flatMap(found -> assignments.of(found.id()).stream())
                .filter(person -> person.status() != Person.Status.DEACTIVATED)
                .toList();
        errands.run(owner, () -> {
            var apps = apps();
            assigned.forEach(person -> apps.arrived(instance, person.id(), null));
            pushes.follow(owner);
        });
        return assigned.size();
    }

    private void follow(TellApps apps, OrganizationId owner, @Nullable Secret password) {
        groups.follow(owner).forEach(move -> {
            if (move.came()) {
                apps.arrived(move.instance(), move.person(), password);
            } else {
                apps.left(move.instance(), move.person());
            }
        });
        pushes.follow(owner);
    }

    private static boolean isSame(Person old, Person now) {
        return old.givenName().equals(now.givenName())
                && old.familyName().equals(now.familyName())
                && old.email().equals(now.email())
                && old.attributes().equals(now.attributes());
    }
}
