package dev.oin.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sandbox.scim.Provisioned.Done;
import dev.oin.sandbox.scim.Provisioned.NotDeclared;
import dev.oin.sandbox.scim.Provisioned.NotReached;
import dev.oin.sandbox.scim.Provisioned.Rejected;
import dev.oin.sandbox.scim.ScimReply.Answer;
import dev.oin.submission.Scim.GroupOperation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The calls that follow from what happens to a pushed group (scim-checks 2.1, VP-06 to VP-08 and VP-12), as far as the app declares them. */
public record GroupCalls(ScimClient client, Set<GroupOperation> declared, int batch) {

    private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public GroupCalls {
        declared = Set.copyOf(declared);
        batch = Math.max(1, batch);
    }

    public GroupCalls(ScimClient client, Set<GroupOperation> declared) {
        this(client, declared, 100);
    }

    /** Looks the group up by name, then creates it with its members, or links the one that is there, which some apps would otherwise give the same member twice. */
    public Provisioned pushed(String name, Collection<String> members) {
        var path = "/Groups?filter=" + ScimClient.encoded("displayName eq " + ScimClient.quoted(name));
        return answered("GET /Groups", client.get(path), List.of(200), answer -> switch (Lookup.of(
                answer, "displayName", name)) {
            case Lookup.Found(var id, var held) -> added(id, missing(members, held));
            case Lookup.Nobody() -> create(name, members);
            case Lookup.Others(var reason) -> new Rejected("GET /Groups", answer.status(), reason);
        });
    }

    private static List<String> missing(Collection<String> members, JsonNode held) {
        var there = Members.of(held);
        return members.stream().filter(member -> !there.contains(member)).toList();
    }

    private Provisioned create(String name, Collection<String> members) {
        if (!declared.contains(GroupOperation.CREATE)) {
            return new NotDeclared("CREATE for groups");
        }
        var group = JSON.objectNode();
        group.putArray("schemas").add(GROUP);
        group.put("displayName", name);
        group.set("members", values(members));
        return answered("POST /Groups", client.post("/Groups", group), List.of(201), made -> {
            var id = made.at("$.id").asText("");
            return id.isEmpty()
                    ? new Rejected("POST /Groups", made.status(), "The answer has no id of the new group.")
                    : new Done(id);
        });
    }

    /** People joined. */
    public Provisioned added(String id, Collection<String> members) {
        return changed(id, members, List.of());
    }

    /** Somebody left. */
    public Provisioned removed(String id, String member) {
        return changed(id, List.of(), List.of(member));
    }

    /** Some left, others joined: in one request, or in as many as the submission's batch size makes. */
    public Provisioned changed(String id, Collection<String> come, Collection<String> gone) {
        var changes = Stream.concat(
                        gone.stream().map(GroupCalls::remove), come.stream().map(GroupCalls::add))
                .toList();
        Provisioned outcome = new Done(id);
        for (int from = 0; from < changes.size() && outcome instanceof Done; from += batch) {
            outcome = patched(id, merged(changes.subList(from, Math.min(from + batch, changes.size()))));
        }
        return outcome;
    }

    private static ObjectNode remove(String member) {
        return JSON.objectNode().put("op", "remove").put("path", "members[value eq " + ScimClient.quoted(member) + ']');
    }

    private static ObjectNode add(String member) {
        var operation = JSON.objectNode().put("op", "add").put("path", "members");
        operation.putArray("value").addObject().put("value", member);
        return operation;
    }

    /** Those who join are one operation. */
    private static List<ObjectNode> merged(List<ObjectNode> changes) {
        var merged = new ArrayList<ObjectNode>();
        for (var change : changes) {
            if (change.has("value") && !merged.isEmpty() && merged.getLast().has("value")) {
                merged.getLast()
                        .withArrayProperty("value")
                        .add(change.path("value").path(0));
            } else {
                merged.add(change);
            }
        }
        return merged;
    }

    /** Exactly these are members, whoever was before. */
    public Provisioned replaced(String id, Collection<String> members) {
        var operation = JSON.objectNode().put("op", "replace").put("path", "members");
        operation.set("value", values(members));
        return patched(id, List.of(operation));
    }

    /** Has another name; without a path, as the client sends it. */
    public Provisioned renamed(String id, String name) {
        var operation = JSON.objectNode().put("op", "replace");
        operation.putObject("value").put("id", id).put("displayName", name);
        return patched(id, List.of(operation));
    }

    private Provisioned patched(String id, List<ObjectNode> operations) {
        if (!declared.contains(GroupOperation.UPDATE)) {
            return new NotDeclared("UPDATE for groups");
        }
        var patch = JSON.objectNode();
        patch.putArray("schemas").add(ScimBodies.PATCH);
        patch.putArray("Operations").addAll(operations);
        return answered("PATCH /Groups/{id}", client.patch(group(id), patch), List.of(200, 204), done -> new Done(id));
    }

    /** Is no longer pushed, and deleted in the app. */
    public Provisioned deleted(String id) {
        return declared.contains(GroupOperation.DELETE)
                ? answered("DELETE /Groups/{id}", client.delete(group(id)), List.of(200, 204), done -> new Done(id))
                : new NotDeclared("DELETE for groups");
    }

    /** Where the group is. */
    public static String group(String id) {
        return "/Groups/" + ScimClient.encoded(id);
    }

    private static ArrayNode values(Collection<String> members) {
        var values = JSON.arrayNode();
        members.forEach(member -> values.addObject().put("value", member));
        return values;
    }

    private static Provisioned answered(
            String call, ScimReply reply, List<Integer> expected, Function<Answer, Provisioned> next) {
        return switch (reply) {
            case ScimReply.Silence(var reason, var forbidden) -> new NotReached(reason, forbidden);
            case Answer answer when expected.contains(answer.status()) -> next.apply(answer);
            case Answer answer ->
                new Rejected(call, answer.status(), answer.at("$.detail").asText(""));
        };
    }
}
