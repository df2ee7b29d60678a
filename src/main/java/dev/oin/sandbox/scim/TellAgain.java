package dev.oin.sandbox.scim;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.Grants;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells apps again what they did not take: how it stands now, so that it may be done at any time and any number of times. An app that does not answer is not asked for the
 * rest of the work. Calls over the network, so never inside a transaction.
 */
@Component
public class TellAgain {

    private static final Set<String> LEAVING = Set.of("Unassigned", "Deactivated");

    private final People people;
    private final Assignments assignments;
    private final Grants grants;
    private final Instances instances;
    private final Provisioning provisioning;
    private final ProvisioningLog log;
    private final PushGroups pushes;
    private final Errands errands;

    TellAgain(
            People people,
            Assignments assignments,
            Grants grants,
            Instances instances,
            Provisioning provisioning,
            ProvisioningLog log,
            PushGroups pushes,
            Errands errands) {
        this.errands = errands;
        this.people = people;
        this.assignments = assignments;
        this.grants = grants;
        this.instances = instances;
        this.provisioning = provisioning;
        this.log = log;
        this.pushes = pushes;
    }

    /** What came of one. */
    public sealed interface Outcome {

        /** The app was told, or could not be asked. */
        record Told(Provisioned provisioned) implements Outcome {}

        /** The app has not answered yet. */
        record UnderWay() implements Outcome {}

        /** There is nothing to tell any more. */
        record Over(String reason) implements Outcome {}
    }

    /** What came of all. */
    public record Sum(int done, int left) {}

    /** Tells the entry again; empty where there is none that is open, or it is another organisation's. */
    public Optional<Outcome> one(long number, OrganizationId owner) {
        return errands.run(owner, () -> oneNow(number, owner)).orElse(Optional.of(new Outcome.UnderWay()));
    }

    private Optional<Outcome> oneNow(long number, OrganizationId owner) {
        var outcome = log.open(owner).stream()
                .filter(entry -> entry.number() == number)
                .findFirst()
                .map(entry -> told(apps(), entry, owner));
        pushes.follow(owner);
        return outcome;
    }

    /** Tells all that is open, oldest first; empty where that goes on. */
    public Optional<Sum> all(OrganizationId owner) {
        return errands.run(owner, () -> allNow(owner));
    }

    private Sum allNow(OrganizationId owner) {
        var apps = apps();
        var silent = new HashSet<InstanceId>();
        int done = 0;
        for (var entry : log.open(owner)) {
            if (!silent.contains(entry.instance())) {
                switch (told(apps, entry, owner)) {
                    case Outcome.Told(Provisioned.Done taken) -> done++;
                    case Outcome.Told(Provisioned.NotReached unreached) -> silent.add(entry.instance());
                    case Outcome.Told(var other) -> {}
                    case Outcome.UnderWay goesOn -> {}
                    case Outcome.Over over -> {}
                }
            }
        }
        pushes.follow(owner);
        return new Sum(done, log.openCount(owner));
    }

    private TellApps apps() {
        return new TellApps(people, assignments, instances, provisioning, log);
    }

    private Outcome told(TellApps apps, ProvisioningLog.Open entry, OrganizationId owner) {
        var outcome = attempt(apps, entry, owner);
        if (outcome instanceof Outcome.Over) {
            log.close(entry.number());
        }
        return outcome;
    }

    private Outcome attempt(TellApps apps, ProvisioningLog.Open entry, OrganizationId owner) {
        return switch (entry.matter()) {
            case Matter.OfPerson(var person) -> new Outcome.Told(told(apps, entry, person));
            case Matter.OfEntitlement(var person, var key) -> entitled(apps, entry, person, key);
            case Matter.OfGroup(var group, var order) ->
                switch (pushes.again(entry.instance(), group, order, owner)) {
                    case PushGroups.Outcome.Told(var provisioned) -> new Outcome.Told(provisioned);
                    case PushGroups.Outcome.UnderWay() -> new Outcome.UnderWay();
                    case PushGroups.Outcome.Refused(var reason) -> new Outcome.Over(reason);
                    case PushGroups.Outcome.Noted() -> new Outcome.Over("The app keeps the group as it is.");
                    case PushGroups.Outcome.Unknown() -> new Outcome.Over("The group is no longer pushed.");
                };
            case Matter.Unrepeatable() -> new Outcome.Over("It is not kept.");
        };
    }

    private Provisioned told(TellApps apps, ProvisioningLog.Open entry, PersonId person) {
        var leaves = LEAVING.contains(entry.event());
        return assignments.isAssigned(entry.instance(), person)
                ? apps.stays(entry.instance(), person, leaves ? "Assigned" : entry.event())
                : apps.left(entry.instance(), person, leaves ? entry.event() : "Unassigned");
    }

    private Outcome entitled(TellApps apps, ProvisioningLog.Open entry, PersonId person, String key) {
        if (!assignments.isAssigned(entry.instance(), person)) {
            return new Outcome.Over("The person is no longer assigned.");
        }
        var held = grants.of(entry.instance(), person).stream()
                .filter(one -> one.key().equals(key))
                .findFirst();
        return new Outcome.Told(apps.entitled(
                entry.instance(),
                person,
                held.orElseGet(() -> Entitlement.ofKey(key)),
                held.isPresent(),
                entry.event()));
    }
}
