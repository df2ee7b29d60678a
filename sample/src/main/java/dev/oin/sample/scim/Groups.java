package dev.oin.sample.scim;

import static dev.oin.sample.state.Weakness.SCIM_GROUPS_500;
import static dev.oin.sample.state.Weakness.SCIM_GROUPS_NOT_ARRAY;
import static dev.oin.sample.state.Weakness.SCIM_SLOW_GROUPS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sample.people.Group;
import dev.oin.sample.people.People;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Groups and who is in them. */
@Component
class Groups implements Resources {

    private final People people;
    private final Rendering rendering;
    private final Distortions distortions;

    Groups(People people, Rendering rendering, Distortions distortions) {
        this.people = people;
        this.rendering = rendering;
        this.distortions = distortions;
    }

    @Override
    public ResourceType type() {
        return ResourceType.GROUP;
    }

    @Override
    public ObjectNode search(Query query) {
        if (distortions.has(SCIM_GROUPS_500)) {
            throw new ScimProblem(500, null, "Groups are out of order");
        }
        if (distortions.has(SCIM_SLOW_GROUPS)) {
            dawdle();
        }
        ObjectNode list = distortions.list(
                query.run(people.groups().stream().map(rendering::group).toList()));
        if (distortions.has(SCIM_GROUPS_NOT_ARRAY)) {
            list.putObject("Resources");
            list.put("totalResults", Math.max(1, list.path("totalResults").asInt()));
        }
        return list;
    }

    private static void dawdle() {
        try {
            boolean ended = new CountDownLatch(1).await(1, TimeUnit.SECONDS);
            assert !ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ObjectNode read(String id) {
        return rendering.group(find(id));
    }

    private Group find(String id) {
        return people.findGroup(id).orElseThrow(() -> ScimProblem.notFound("Group", id));
    }

    @Override
    public ObjectNode create(ObjectNode sent) {
        ObjectNode read = Reading.resource(sent, ResourceType.GROUP);
        synchronized (people) {
            Group group = people.addGroup(read.path("displayName").asText(), externalId(read), members(read, null));
            return rendering.group(group);
        }
    }

    @Override
    public ObjectNode replace(String id, ObjectNode sent, Precondition precondition) {
        synchronized (people) {
            Group group = find(id);
            precondition.check(rendering.group(group));
            return change(group, Reading.resource(sent, ResourceType.GROUP));
        }
    }

    @Override
    public ObjectNode patch(String id, ObjectNode sent, Precondition precondition) {
        synchronized (people) {
            Group group = find(id);
            precondition.check(rendering.group(group));
            return change(group, Patch.read(sent, ResourceType.GROUP).applyTo(bare(group)));
        }
    }

    /** The group with members in the shape in which clients send them, so that adding one twice is noticed. */
    private static ObjectNode bare(Group group) {
        ObjectNode bare = JsonNodeFactory.instance.objectNode().put("displayName", group.displayName());
        if (group.externalId() != null) {
            bare.put("externalId", group.externalId());
        }
        ArrayNode members = bare.putArray("members");
        group.members().forEach(member -> members.addObject().put("value", member));
        return bare;
    }

    private ObjectNode change(Group group, ObjectNode read) {
        Group next = new Group(
                group.id(),
                read.path("displayName").asText(),
                externalId(read),
                members(read, group.id()),
                group.created(),
                group.lastModified());
        boolean same = next.equals(group);
        return rendering.group(
                same
                        ? group
                        : people.storeGroup(new Group(
                                next.id(),
                                next.displayName(),
                                next.externalId(),
                                next.members(),
                                next.created(),
                                people.now())));
    }

    private static @Nullable String externalId(ObjectNode read) {
        return read.path("externalId").asText(null);
    }

    private Set<String> members(ObjectNode read, @Nullable String self) {
        Set<String> members = new LinkedHashSet<>();
        for (JsonNode member : read.path("members")) {
            members.add(member.path("value").asText());
        }
        Set<String> unknown = people.unknown(members);
        if (!unknown.isEmpty() || members.contains(self)) {
            throw ScimProblem.bad(
                    "invalidValue",
                    unknown.isEmpty()
                            ? "A group cannot be its own member"
                            : "There is no such member: " + unknown.iterator().next());
        }
        return members;
    }

    @Override
    public void delete(String id, Precondition precondition) {
        synchronized (people) {
            precondition.check(rendering.group(find(id)));
            people.removeGroup(id);
        }
    }
}
