package dev.oin.sample.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sample.Addresses;
import dev.oin.sample.people.Account;
import dev.oin.sample.people.Group;
import dev.oin.sample.people.People;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Resources as clients see them, complete; {@link Selection} leaves out what was not asked for. */
@Component
class Rendering {

    private final Addresses addresses;
    private final People people;

    Rendering(Addresses addresses, People people) {
        this.addresses = addresses;
        this.people = people;
    }

    ObjectNode user(Account account) {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        ArrayNode schemas =
                user.putArray("schemas").add(ResourceType.USER.core().urn());
        if (account.profile().has(ResourceType.ENTERPRISE)) {
            schemas.add(ResourceType.ENTERPRISE);
        }
        user.put("id", account.id());
        user.setAll(account.profile().deepCopy());
        user.put("active", account.active());
        List<Group> groups = people.groupsOf(account.id());
        if (!groups.isEmpty()) {
            ArrayNode listed = user.putArray("groups");
            groups.forEach(group -> listed.addObject()
                    .put("value", group.id())
                    .put("$ref", location(ResourceType.GROUP, group.id()))
                    .put("display", group.displayName())
                    .put("type", "direct"));
        }
        return meta(user, ResourceType.USER, account.created(), account.lastModified());
    }

    ObjectNode group(Group group) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("schemas").add(ResourceType.GROUP.core().urn());
        node.put("id", group.id());
        if (group.externalId() != null) {
            node.put("externalId", group.externalId());
        }
        node.put("displayName", group.displayName());
        ArrayNode members = node.putArray("members");
        group.members().forEach(id -> member(members, id));
        return meta(node, ResourceType.GROUP, group.created(), group.lastModified());
    }

    private void member(ArrayNode members, String id) {
        people.find(id)
                .ifPresentOrElse(
                        account -> members.addObject()
                                .put("value", id)
                                .put("$ref", location(ResourceType.USER, id))
                                .put("display", account.name())
                                .put("type", "User"),
                        () -> people.findGroup(id)
                                .ifPresent(group -> members.addObject()
                                        .put("value", id)
                                        .put("$ref", location(ResourceType.GROUP, id))
                                        .put("display", group.displayName())
                                        .put("type", "Group")));
    }

    private ObjectNode meta(ObjectNode node, ResourceType type, Instant created, Instant lastModified) {
        String version = "W/\"" + Integer.toHexString(node.hashCode()) + "-"
                + Long.toString(lastModified.toEpochMilli(), 36) + "\"";
        node.putObject("meta")
                .put("resourceType", type.title())
                .put("created", created.toString())
                .put("lastModified", lastModified.toString())
                .put("location", location(type, node.path("id").asText()))
                .put("version", version);
        return node;
    }

    String location(ResourceType type, String id) {
        return addresses.scim() + type.endpoint() + "/" + id;
    }

    static String version(JsonNode rendered) {
        return rendered.path("meta").path("version").asText();
    }
}
