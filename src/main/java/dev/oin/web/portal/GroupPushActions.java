package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.sandbox.GroupNames;
import dev.oin.sandbox.scim.Provisioned;
import dev.oin.sandbox.scim.ProvisioningLog;
import dev.oin.sandbox.scim.PushGroups;
import dev.oin.web.frame.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pushes a group of the sandbox into an app, pauses that, or ends it. */
@Controller
@RequestMapping("/sandbox/{org}/instances/{instance}/pushes")
class GroupPushActions {

    private final SandboxOwners owners;
    private final PushGroups pushes;

    GroupPushActions(SandboxOwners owners, PushGroups pushes) {
        this.owners = owners;
        this.pushes = pushes;
    }

    /** What can be done to a pushed group. */
    enum Order {
        PUSH,
        OVERWRITE,
        PAUSE,
        KEEP,
        DELETE
    }

    @PostMapping
    String order(
            @PathVariable String org,
            @PathVariable UUID instance,
            @RequestParam String group,
            @RequestParam(defaultValue = "PUSH") Order order,
            Caller caller,
            RedirectAttributes next) {
        var owner = owners.tests(org, caller).id();
        var name = group.strip();
        next.addFlashAttribute(
                Flash.NAME,
                GroupNames.isName(name)
                        ? flash(name, outcome(order, new InstanceId(instance), name, owner))
                        : Flash.refused(GroupNames.RULE));
        return "redirect:/sandbox/" + org + "#instance-" + instance;
    }

    private PushGroups.Outcome outcome(Order order, InstanceId instance, String group, OrganizationId owner) {
        return switch (order) {
            case PUSH -> pushes.push(instance, group, owner);
            case OVERWRITE -> pushes.overwrite(instance, group, owner);
            case PAUSE -> pushes.pause(instance, group, owner);
            case KEEP -> pushes.stop(instance, group, false, owner);
            case DELETE -> pushes.stop(instance, group, true, owner);
        };
    }

    private static Flash flash(String group, PushGroups.Outcome outcome) {
        return switch (outcome) {
            case PushGroups.Outcome.Told(Provisioned.Done done) -> Flash.done("Done in the app: group " + group + '.');
            case PushGroups.Outcome.Told(var other) ->
                Flash.refused("Group " + group + ": " + ProvisioningLog.words(other));
            case PushGroups.Outcome.UnderWay() -> Flash.done("Group " + group + ": " + ProvisioningLog.UNDER_WAY);
            case PushGroups.Outcome.Noted() -> Flash.done("Saved. The app keeps group " + group + " as it is.");
            case PushGroups.Outcome.Refused(var reason) -> Flash.refused("Not pushed: " + reason);
            case PushGroups.Outcome.Unknown() ->
                Flash.refused("Not changed: the instance is gone, or the group is not pushed there.");
        };
    }
}
