package dev.oin.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.oin.submission.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Says field by field how two contents differ. */
@Component
public class CompareContent {

    private static final List<String> RISKY = List.of(
            "variables",
            "saml.acs_url",
            "saml.acs_endpoints",
            "saml.audience",
            "oidc.redirect_uris",
            "scim.base_url",
            "scim.auth_mode",
            "ul.endpoint");

    private final ObjectMapper json = JsonMapper.builder()
            .findAndAddModules()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** The fields that differ, by key. */
    public List<Change> between(Content before, Content after) {
        var old = fields(before);
        var now = fields(after);
        var keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        var changes = new ArrayList<Change>();
        for (var key : keys) {
            var was = old.getOrDefault(key, "");
            var is = now.getOrDefault(key, "");
            if (!was.equals(is)) {
                changes.add(new Change(key, was, is, RISKY.stream().anyMatch(key::startsWith)));
            }
        }
        return changes;
    }

    /** Every field that holds a value, by key. */
    public Map<String, String> fields(Content content) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(
                "protocols",
                String.join(
                        ", ",
                        content.protocols().stream().map(Enum::name).sorted().toList()));
        collect("", json.valueToTree(content.configuration()), fields);
        var tests = json.<JsonNode>valueToTree(content.testInformation());
        tests.properties()
                .forEach(entry -> collect(
                        entry.getValue().isObject() ? entry.getKey() : "test." + entry.getKey(),
                        entry.getValue(),
                        fields));
        var logo = content.logo();
        if (logo != null) {
            fields.put(
                    "logo",
                    "%dx%d %s %s"
                            .formatted(
                                    logo.width(),
                                    logo.height(),
                                    logo.mediaType(),
                                    logo.hash()
                                            .substring(
                                                    0, Math.min(12, logo.hash().length()))));
        }
        return fields;
    }

    private static void collect(String key, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> collect(
                            key.isEmpty() ? entry.getKey() : key + "." + entry.getKey(), entry.getValue(), fields));
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                collect("%s[%d]".formatted(key, index), node.get(index), fields);
            }
        } else if (!node.isNull() && !node.asText().isEmpty()) {
            fields.put(key, node.asText());
        }
    }

    /**
     * A field that differs.
     *
     * @param risk whether customers' installs may break by it
     */
    public record Change(String field, String before, String after, boolean risk) {}
}
