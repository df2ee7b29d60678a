package dev.oin.sandbox.scim;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.scim.GroupPushes.Push;
import dev.oin.submission.Scim.GroupOperation;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Pushes groups into apps and keeps their members the same there (scim-checks, manual cases C9312 to C9333). Members are those whom the app knows: people of the group
 * who are assigned and were provisioned. Calls over the network, so never inside a transaction; each outcome is noted.
 */
@Component
public class PushGroups {

    private final GroupPushes pushes;
    private final Instances instances;
    private final Assignments assignments;
    private final Provisioning provisioning;
    private final ProvisioningLog log;
    private final Errands errands;

    PushGroups(
            GroupPushes pushes,
            Instances instances,
            Assignments assignments,
            Provisioning provisioning,
            ProvisioningLog log,
            Errands errands) {
        this.errands = errands;
        this.pushes = pushes;
        this.instances = instances;
        this.assignments = assignments;
        this.provisioning = provisioning;
        this.log = log;
    }

    /** What came of an order. */
    public sealed interface Outcome {

        /** It was carried out, or the app said why not. */
        record Told(Provisioned provisioned) implements Outcome {}

        /** The app has not answered yet. */
        record UnderWay() implements Outcome {}

        /** The app is told nothing by this. */
        record Noted() implements Outcome {}

        /** It cannot be: the instance is held, is not provisioned, or its app manages no groups. */
        record Refused(String reason) implements Outcome {}

        /** There is no such instance, or the group is not pushed there. */
        record Unknown() implements Outcome {}
    }

    /** Whether the app of the instance takes groups. */
    public static boolean offers(Instance instance) {
        return TellApps.provisions(instance) && Declared.of(instance).groups().contains(GroupOperation.CREATE);
    }

    /** Creates the group in the app, or links the one that is there; a paused push goes on. */
    public Outcome push(InstanceId id, String group, OrganizationId owner) {
        return awaited(owner, () -> push(id, group, owner, "Group push resumed"));
    }

    private Outcome awaited(OrganizationId owner, Supplier<Outcome> order) {
        return errands.run(owner, order).orElseGet(Outcome.UnderWay::new);
    }

    private Outcome push(InstanceId id, String group, OrganizationId owner, String event) {
        return allowed(id, owner, instance -> {
            var push = pushes.find(id, group).map(paused -> paused.turned(true)).orElse(pushes.fresh(id, group));
            var apps = provisioning.hurried();
            return new Outcome.Told(
                    push.scimId() == null ? created(apps, instance, push) : brought(apps, instance, push, event));
        });
    }

    /** Writes the members over whatever the app has (C9316). */
    public Outcome overwrite(InstanceId id, String group, OrganizationId owner) {
        return awaited(owner, () -> overwritten(id, group, owner));
    }

    private Outcome overwritten(InstanceId id, String group, OrganizationId owner) {
        return pushed(id, group, owner, (instance, push) -> {
            var apps = provisioning.hurried();
            var scimId = push.scimId();
            var members = members(instance, push.group());
            return new Outcome.Told(
                    scimId == null
                            ? created(apps, instance, push)
                            : noted(
                                    instance,
                                    push,
                                    "Group pushed now",
                                    Matter.Order.OVERWRITE,
                                    () -> kept(
                                            apps, instance, push, members, calls -> calls.replaced(scimId, members))));
        });
    }

    /** The app keeps the group as it is; changes are not told (C9319). */
    public Outcome pause(InstanceId id, String group, OrganizationId owner) {
        return awaited(
                owner,
                () -> pushed(id, group, owner, (instance, push) -> {
                    pushes.keep(push.turned(false));
                    return new Outcome.Noted();
                }));
    }

    /** The group is no longer pushed; it stays in the app (C9321), or is deleted there (C9318). */
    public Outcome stop(InstanceId id, String group, boolean deleted, OrganizationId owner) {
        return awaited(owner, () -> stopped(id, group, deleted, owner));
    }

    private Outcome stopped(InstanceId id, String group, boolean deleted, OrganizationId owner) {
        return pushed(id, group, owner, (instance, push) -> {
            var scimId = push.scimId();
            if (!deleted || scimId == null) {
                pushes.remove(id, group);
                return new Outcome.Noted();
            }
            return new Outcome.Told(noted(instance, push, "Group deleted", Matter.Order.DELETE, () -> {
                var answered = provisioning.hurried().grouped(instance, calls -> calls.deleted(scimId));
                var outcome = isGone(answered) ? new Provisioned.Done(scimId) : answered;
                if (outcome instanceof Provisioned.Done) {
                    pushes.remove(id, group);
                }
                return outcome;
            }));
        });
    }

    /** Tells the app again what it did not take; a paused push stays so. */
    Outcome again(InstanceId id, String group, Matter.Order order, OrganizationId owner) {
        return switch (order) {
            case FOLLOW ->
                pushes.find(id, group).filter(Push::active).isPresent()
                        ? push(id, group, owner, "Group members changed")
                        : new Outcome.Refused("The push of the group is paused, or was ended.");
            case OVERWRITE -> overwritten(id, group, owner);
            case DELETE -> stopped(id, group, true, owner);
        };
    }

    /** Brings the members of all pushed groups in line; the apps are told of differences only. */
    void follow(OrganizationId owner) {
        var apps = provisioning.hurried();
        pushes.active(owner)
                .forEach(push -> instances
                        .find(push.instance(), owner)
                        .filter(PushGroups::offers)
                        .filter(instance ->
                                push.scimId() != null && !push.members().equals(members(instance, push.group())))
                        .ifPresent(instance -> brought(apps, instance, push, "Group members changed")));
    }

    private Provisioned created(Provisioning apps, Instance instance, Push push) {
        return noted(instance, push, "Group pushed", Matter.Order.FOLLOW, () -> made(apps, instance, push));
    }

    private Provisioned made(Provisioning apps, Instance instance, Push push) {
        var members = members(instance, push.group());
        pushes.keep(push);
        return kept(apps, instance, push, members, calls -> calls.pushed(push.group(), members));
    }

    /** The difference to what was told last; a group that is gone from the app is created again. */
    private Provisioned brought(Provisioning apps, Instance instance, Push push, String event) {
        var scimId = String.valueOf(push.scimId());
        var members = members(instance, push.group());
        var come = without(members, push.members());
        var gone = without(push.members(), members);
        return noted(instance, push, event, Matter.Order.FOLLOW, () -> {
            var outcome = come.isEmpty() && gone.isEmpty()
                    ? new Provisioned.Done(scimId)
                    : apps.grouped(instance, calls -> calls.changed(scimId, come, gone));
            if (isGone(outcome)) {
                return made(apps, instance, push.forgotten());
            }
            pushes.keep(outcome instanceof Provisioned.Done ? push.told(scimId, members) : push);
            return outcome;
        });
    }

    private Provisioned kept(
            Provisioning apps,
            Instance instance,
            Push push,
            Set<String> members,
            Function<GroupCalls, Provisioned> call) {
        var outcome = apps.grouped(instance, call);
        if (outcome instanceof Provisioned.Done(var id)) {
            pushes.keep(push.told(id, members));
        }
        return outcome;
    }

    private Provisioned noted(
            Instance instance, Push push, String event, Matter.Order order, Supplier<Provisioned> telling) {
        return log.note(instance, "Group " + push.group(), event, new Matter.OfGroup(push.group(), order), telling);
    }

    private Set<String> members(Instance instance, String group) {
        return assignments.of(instance.id()).stream()
                .filter(person -> person.groups().contains(group) && person.status() != Person.Status.DEACTIVATED)
                .flatMap(person -> provisioning.scimId(instance.id(), person.id()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Outcome pushed(
            InstanceId id, String group, OrganizationId owner, BiFunction<Instance, Push, Outcome> order) {
        return allowed(
                id,
                owner,
                instance -> pushes.find(id, group)
                        .map(push -> order.apply(instance, push))
                        .orElseGet(Outcome.Unknown::new));
    }

    private Outcome allowed(InstanceId id, OrganizationId owner, Function<Instance, Outcome> order) {
        return instances
                .find(id, owner)
                .map(instance ->
                        refusal(instance).<Outcome>map(Outcome.Refused::new).orElseGet(() -> order.apply(instance)))
                .orElseGet(Outcome.Unknown::new);
    }

    private static Optional<String> refusal(Instance instance) {
        if (instance.held()) {
            return Optional.of("The instance is held by the OIN team.");
        }
        if (!TellApps.provisions(instance)) {
            return Optional.of("The instance is not connected to a SCIM server, or inactive.");
        }
        return Declared.of(instance).groups().contains(GroupOperation.CREATE)
                ? Optional.empty()
                : Optional.of(
                        "The integration does not create groups: tick Groups and the operation CREATE under SCIM properties on page 2.");
    }

    private static boolean isGone(Provisioned outcome) {
        return outcome instanceof Provisioned.Rejected(var call, var status, var reason)
                && (status == 404 || status == 410);
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        return some.stream().filter(one -> !others.contains(one)).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
