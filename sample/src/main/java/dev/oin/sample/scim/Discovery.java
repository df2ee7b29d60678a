package dev.oin.sample.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sample.Addresses;
import dev.oin.sample.state.Weakness;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What this server can do, told to clients (RFC 7643 sections 5 to 7). */
@Component
class Discovery {

    private static final String SCHEMAS = "urn:ietf:params:scim:schemas:core:2.0:";

    private final Addresses addresses;
    private final Distortions distortions;

    Discovery(Addresses addresses, Distortions distortions) {
        this.addresses = addresses;
        this.distortions = distortions;
    }

    ObjectNode serviceProviderConfig() {
        ObjectNode config = node("ServiceProviderConfig");
        config.put("documentationUri", addresses.guide("scim"));
        config.putObject("patch").put("supported", true);
        config.putObject("bulk").put("supported", false).put("maxOperations", 0).put("maxPayloadSize", 0);
        config.putObject("filter").put("supported", true).put("maxResults", Query.MOST);
        config.putObject("changePassword").put("supported", false);
        config.putObject("sort").put("supported", true);
        config.putObject("etag").put("supported", true);
        config.putArray("authenticationSchemes")
                .addObject()
                .put("type", "oauthbearertoken")
                .put("name", "API token")
                .put("description", "A token in the Authorization header")
                .put("primary", true);
        return located(config, "ServiceProviderConfig", "/ServiceProviderConfig");
    }

    List<ObjectNode> resourceTypes() {
        return Arrays.stream(ResourceType.values())
                .filter(type -> !type.isOffered() || !distortions.has(Weakness.SCIM_ENTITLEMENTS_UNNAMED))
                .map(this::resourceType)
                .toList();
    }

    private ObjectNode resourceType(ResourceType type) {
        ObjectNode described = node("ResourceType");
        described
                .put("id", type.title())
                .put("name", type.title())
                .put("description", type.core().description())
                .put("endpoint", type.endpoint())
                .put("schema", type.core().urn());
        ArrayNode extensions = described.putArray("schemaExtensions");
        type.extensions()
                .forEach(extension ->
                        extensions.addObject().put("schema", extension.urn()).put("required", false));
        return located(described, "ResourceType", "/ResourceTypes/" + type.title());
    }

    List<ObjectNode> schemas() {
        return Arrays.stream(ResourceType.values())
                .flatMap(ResourceType::schemas)
                .distinct()
                .map(this::schema)
                .toList();
    }

    private ObjectNode schema(Schema schema) {
        ObjectNode described = node("Schema");
        described.put("id", schema.urn()).put("name", schema.name()).put("description", schema.description());
        ArrayNode attributes = described.putArray("attributes");
        schema.attributes().forEach(attribute -> attributes.add(attribute(attribute)));
        return located(described, "Schema", "/Schemas/" + schema.urn());
    }

    private static ObjectNode attribute(Attribute attribute) {
        ObjectNode described = JsonNodeFactory.instance
                .objectNode()
                .put("name", attribute.name())
                .put("type", attribute.type().word())
                .put("multiValued", attribute.multiValued())
                .put("description", attribute.name())
                .put("required", attribute.required())
                .put("caseExact", attribute.caseExact())
                .put("mutability", attribute.mutability())
                .put("returned", attribute.returned())
                .put("uniqueness", attribute.uniqueness());
        if (attribute.type() == Attribute.Type.REFERENCE) {
            described.putArray("referenceTypes").add("$ref".equals(attribute.name()) ? "User" : "external");
        }
        if (attribute.isComplex()) {
            ArrayNode sub = described.putArray("subAttributes");
            attribute.sub().forEach(each -> sub.add(attribute(each)));
        }
        return described;
    }

    ObjectNode list(Stream<ObjectNode> all) {
        List<ObjectNode> resources = all.toList();
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.putArray("schemas").add(Query.LIST);
        list.put("totalResults", resources.size())
                .put("startIndex", 1)
                .put("itemsPerPage", resources.size())
                .putArray("Resources")
                .addAll(resources);
        return list;
    }

    private static ObjectNode node(String name) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("schemas").add(SCHEMAS + name);
        return node;
    }

    private ObjectNode located(ObjectNode node, String type, String path) {
        node.putObject("meta").put("resourceType", type).put("location", addresses.scim() + path);
        return node;
    }
}
