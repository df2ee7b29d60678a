package dev.oin.submission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.oin.submission.MetadataReader.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Turns an app's own documents into values of page 2. What comes from outside is small, flat and plain, or it is refused. */
@Component
class PrefillDocuments {

    /** What can be taken from a document. */
    static final Set<String> KEYS = Set.of(
            "display_name",
            "app_website",
            "saml.audience",
            "saml.acs_url",
            "saml.acs_endpoints",
            "oidc.redirect_uris",
            "oidc.initiate_login_uri",
            "oidc.post_logout_uris",
            "oidc.scopes",
            "scim.base_url",
            "scim.objects",
            "scim.auth_mode",
            "scim.user_ops",
            "scim.group_ops");

    private static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 8192;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNumberLength(20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectProvider<MetadataReader> metadata;

    PrefillDocuments(ObjectProvider<MetadataReader> metadata) {
        this.metadata = metadata;
    }

    /** What was found. */
    sealed interface Found {

        /** Values by key, in the order of the page. */
        record Values(Map<String, JsonNode> byKey) implements Found {}

        /** It is not what it should be. */
        record Unreadable(String reason) implements Found {}
    }

    Found read(Prefill.Source source, byte[] document) {
        return switch (source) {
            case SAML_METADATA -> saml(document);
            case OIDC_CLIENT -> oidc(document);
            case SCIM_SERVER ->
                new Found.Unreadable("Enter the base URL of the SCIM server; its documents are fetched.");
        };
    }

    private Found saml(byte[] document) {
        return switch (metadata.getObject().read(document)) {
            case Reading.Refused(var reason) -> new Found.Unreadable(reason);
            case Reading.ServiceProvider provider -> {
                var values = new LinkedHashMap<String, JsonNode>();
                var first = provider.defaultAcsUrl();
                if (first != null) {
                    values.put("saml.acs_url", TextNode.valueOf(first));
                }
                var more = JsonNodeFactory.instance.arrayNode();
                provider.acsEndpoints().stream()
                        .filter(endpoint ->
                                endpoint.url() != null && !endpoint.url().equals(first))
                        .filter(endpoint -> endpoint.index() != null)
                        .forEach(endpoint ->
                                more.addObject().put("url", endpoint.url()).put("index", endpoint.index()));
                if (!more.isEmpty()) {
                    values.put("saml.acs_endpoints", more);
                }
                values.put("saml.audience", TextNode.valueOf(provider.entityId()));
                yield new Found.Values(values);
            }
        };
    }

    private Found oidc(byte[] document) {
        var read = json(new String(document, StandardCharsets.UTF_8));
        if (read.isEmpty() || !(read.get() instanceof ObjectNode client)) {
            return new Found.Unreadable("The document is no JSON object with a client's settings (RFC 7591).");
        }
        if (client.path("application_type").asText("web").equals("native")) {
            return new Found.Unreadable("The client is a native application; only web applications are accepted. PR-6");
        }
        var values = new LinkedHashMap<String, JsonNode>();
        text(client, "client_name", "display_name", values);
        text(client, "client_uri", "app_website", values);
        texts(client, "redirect_uris", "oidc.redirect_uris", values);
        text(client, "initiate_login_uri", "oidc.initiate_login_uri", values);
        texts(client, "post_logout_redirect_uris", "oidc.post_logout_uris", values);
        var scopes = client.path("scope").isTextual()
                ? List.of(client.path("scope").asText().split(" +"))
                : List.of();
        var offered = Fields.get("oidc.scopes").choices().stream()
                .map(Field.Choice::value)
                .filter(scopes::contains)
                .toList();
        if (!offered.isEmpty()) {
            values.put("oidc.scopes", array(offered));
        }
        return new Found.Values(values);
    }

    /** What a SCIM server says of itself at its base URL; the resource types may be empty. */
    Found scim(String base, byte[] providerConfig, byte[] resourceTypes) {
        var read = json(new String(providerConfig, StandardCharsets.UTF_8));
        if (read.isEmpty() || !read.get().has("authenticationSchemes")) {
            return new Found.Unreadable("The address answers with no ServiceProviderConfig (RFC 7643, section 5).");
        }
        var config = read.get();
        var values = new LinkedHashMap<String, JsonNode>();
        values.put("scim.base_url", TextNode.valueOf(base));
        var hasGroups = json(new String(resourceTypes, StandardCharsets.UTF_8))
                .filter(types -> types.findValuesAsText("name").contains("Group"))
                .isPresent();
        values.put("scim.objects", array(hasGroups ? List.of("USERS", "GROUPS") : List.of("USERS")));
        var schemes = config.path("authenticationSchemes").findValuesAsText("type");
        if (schemes.contains("oauthbearertoken")) {
            values.put("scim.auth_mode", TextNode.valueOf("BEARER"));
        } else if (schemes.contains("oauth2")) {
            values.put("scim.auth_mode", TextNode.valueOf("OAUTH2"));
        }
        var operations = JsonNodeFactory.instance.arrayNode();
        List.of("CREATE", "READ", "UPDATE", "DEACTIVATE").forEach(operations::add);
        if (config.at("/changePassword/supported").asBoolean()) {
            operations.add("CHANGE_PASSWORD");
        }
        if (config.at("/patch/supported").asBoolean()) {
            operations.add("PATCH_USER");
        }
        values.put("scim.user_ops", operations);
        if (hasGroups) {
            values.put("scim.group_ops", array(List.of("CREATE", "READ", "UPDATE", "DELETE")));
        }
        return new Found.Values(values);
    }

    /** The document, if it is small and plain JSON. */
    Optional<JsonNode> json(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    static String pathOf(String key) {
        return Fields.find(key).map(Field::path).orElse(key);
    }

    static String labelOf(String key) {
        return Fields.find(key)
                .map(Field::label)
                .or(() -> Fields.list(key).map(FieldList::label))
                .orElse(key);
    }

    /** The value as people read it. */
    static String words(JsonNode value) {
        return switch (value) {
            case ArrayNode array ->
                StreamSupport.stream(array.spliterator(), false)
                        .map(PrefillDocuments::words)
                        .collect(Collectors.joining("\n"));
            case ObjectNode object ->
                object.properties().stream()
                        .map(member -> words(member.getValue()))
                        .collect(Collectors.joining(" | "));
            default -> value.isNull() || value.isMissingNode() ? "" : value.asText();
        };
    }

    private static void text(ObjectNode source, String name, String key, Map<String, JsonNode> values) {
        if (source.path(name).isTextual() && !source.path(name).asText().isBlank()) {
            values.put(key, source.get(name));
        }
    }

    private static void texts(ObjectNode source, String name, String key, Map<String, JsonNode> values) {
        var list = source.path(name);
        var isPlain = list.isArray()
                && !list.isEmpty()
                && StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isTextual);
        if (isPlain) {
            values.put(key, list);
        }
    }

    private static JsonNode array(List<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
