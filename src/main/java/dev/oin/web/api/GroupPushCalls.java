package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.sandbox.GroupNames;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.scim.GroupPushes;
import dev.oin.sandbox.scim.Provisioned;
import dev.oin.sandbox.scim.ProvisioningLog;
import dev.oin.sandbox.scim.PushGroups;
import dev.oin.web.problems.Problems;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Groups that are pushed into an instance's app. */
@RestController
@RequestMapping("/api/v1/instances/{id}/group-pushes")
class GroupPushCalls {

    private final OwnedThings owned;
    private final GroupPushes held;
    private final PushGroups pushes;

    GroupPushCalls(OwnedThings owned, GroupPushes held, PushGroups pushes) {
        this.owned = owned;
        this.held = held;
        this.pushes = pushes;
    }

    @GetMapping
    ResponseEntity<Object> pushed(Caller caller, @PathVariable UUID id, Paging paging) {
        return owned.instance(
                caller,
                id,
                instance -> ResponseEntity.ok(Page.of(
                        held.of(instance.id()).stream().map(GroupPushAnswer::of).toList(), paging)));
    }

    /** Pushes the group and keeps its members the same in the app; with active false, the push is paused; with overwrite, the app's members are replaced. An app that does not answer at once is told further: 202. */
    @PutMapping("/{group}")
    ResponseEntity<Object> push(
            Caller caller, @PathVariable UUID id, @PathVariable String group, @RequestBody GroupPush body) {
        return owned.testableInstance(caller, id, instance -> {
            if (!GroupNames.isName(group)) {
                return Problems.notFound().answer();
            }
            var owner = instance.organization();
            return answer(
                    instance,
                    group,
                    Boolean.FALSE.equals(body.active())
                            ? pushes.pause(instance.id(), group, owner)
                            : Boolean.TRUE.equals(body.overwrite())
                                    ? pushes.overwrite(instance.id(), group, owner)
                                    : pushes.push(instance.id(), group, owner));
        });
    }

    /** Ends the push; the group stays in the app unless it is to be deleted there. */
    @DeleteMapping("/{group}")
    ResponseEntity<Object> stop(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String group,
            @RequestParam(name = "delete_in_app", defaultValue = "false") boolean deleted) {
        return owned.testableInstance(
                caller,
                id,
                instance ->
                        answer(instance, group, pushes.stop(instance.id(), group, deleted, instance.organization())));
    }

    private ResponseEntity<Object> answer(Instance instance, String group, PushGroups.Outcome outcome) {
        return switch (outcome) {
            case PushGroups.Outcome.Told(Provisioned.Done done) -> shown(instance, group);
            case PushGroups.Outcome.Told(var other) ->
                Problems.conflict(ProvisioningLog.words(other)).answer();
            case PushGroups.Outcome.UnderWay() -> ResponseEntity.accepted().build();
            case PushGroups.Outcome.Noted() -> shown(instance, group);
            case PushGroups.Outcome.Refused(var reason) ->
                Problems.conflict(reason).answer();
            case PushGroups.Outcome.Unknown() -> Problems.notFound().answer();
        };
    }

    private ResponseEntity<Object> shown(Instance instance, String group) {
        return held.find(instance.id(), group)
                .<ResponseEntity<Object>>map(push -> ResponseEntity.ok(GroupPushAnswer.of(push)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    record GroupPush(@Nullable Boolean active, @Nullable Boolean overwrite) {}

    record GroupPushAnswer(
            String group, boolean active, @Nullable String scimId, Set<String> members, Instant pushedAt) {

        static GroupPushAnswer of(GroupPushes.Push push) {
            return new GroupPushAnswer(push.group(), push.active(), push.scimId(), push.members(), push.pushedAt());
        }
    }
}
