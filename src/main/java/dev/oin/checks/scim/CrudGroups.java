package dev.oin.checks.scim;

import dev.oin.sandbox.scim.GroupCalls;
import dev.oin.sandbox.scim.Provisioned;
import dev.oin.sandbox.scim.ScimClient;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The group of the CRUD suite: pushed with the person, left by them, renamed and deleted, as far as the app manages groups. */
final class CrudGroups {

    private final TestGroups groups;
    private final Ledger ledger;
    private final Variables variables;
    private @Nullable Provisioned pushed;
    private boolean deleted;

    CrudGroups(TestGroups groups, Ledger ledger, Variables variables, TestPerson person) {
        this.groups = groups;
        this.ledger = ledger;
        this.variables = variables;
        variables.set("groupName", person.fullName() + " team").set("groupNameUpdated", person.fullName() + " crew");
    }

    StepResult push(Function<Provisioned, StepResult> effected) {
        var member = variables.get("scim_id");
        if (groups == TestGroups.NONE || member.isEmpty()) {
            return absent();
        }
        ledger.made(sought(), variables.fill("{groupName}"));
        pushed = groups.pushed(variables.fill("{groupName}"), member.get());
        if (pushed instanceof Provisioned.Done(var id)) {
            variables.set("group_id", id);
            ledger.made(GroupCalls.group(id), variables.fill("{groupName}"));
        }
        return effected.apply(pushed);
    }

    StepResult leave(Function<Provisioned, StepResult> effected) {
        return change(effected, groups::removed);
    }

    StepResult rename(Function<Provisioned, StepResult> effected) {
        return change(effected, (id, member) -> groups.renamed(id, variables.fill("{groupNameUpdated}")));
    }

    StepResult delete(Function<Provisioned, StepResult> effected) {
        return change(effected, (id, member) -> {
            var effect = groups.deleted(id);
            if (effect instanceof Provisioned.Done) {
                deleted = true;
                ledger.removed(GroupCalls.group(id));
            }
            return effect;
        });
    }

    private StepResult change(
            Function<Provisioned, StepResult> effected, BiFunction<String, String, Provisioned> change) {
        return variables
                .get("group_id")
                .map(id -> effected.apply(change.apply(id, variables.fill("{scim_id}"))))
                .orElseGet(this::absent);
    }

    /** Where the group is in the app, if it was pushed. */
    Optional<String> path() {
        return variables.get("group_id").map(GroupCalls::group);
    }

    /** Why there is no group to look at. */
    StepResult absent() {
        if (groups == TestGroups.NONE) {
            return new StepResult.NotConcerned(Judge.notDeclared("groups"));
        }
        return pushed instanceof Provisioned.NotDeclared(var operation)
                ? new StepResult.NotConcerned(Judge.notDeclared(operation))
                : new StepResult.Blocked("The group was not pushed.");
    }

    /** Removes a group that is still there. */
    void cleanUp(ScimClient client, List<String> left) {
        if (!deleted) {
            remove(client, left);
        }
        ledger.removed(sought());
    }

    private String sought() {
        return Ledger.sought("/Groups", "displayName", variables.fill("{groupName}"));
    }

    private void remove(ScimClient client, List<String> left) {
        places(client).forEach(path -> {
            ledger.made(path, variables.fill("{groupName}"));
            if (Ledger.remove(client, path)) {
                ledger.removed(path);
            } else {
                ledger.kept(path);
                left.add("group " + variables.fill("{groupName}, ") + path);
            }
        });
    }

    /** Where the group is, even where the app did not tell at the creation. */
    private List<String> places(ScimClient client) {
        return path().map(List::of)
                .orElseGet(() -> pushed == null
                        ? List.of()
                        : Ledger.named(client, "/Groups", "displayName", variables.fill("{groupName}")));
    }
}
