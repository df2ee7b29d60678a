package dev.oin.web.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.submission.Field;
import dev.oin.submission.Format;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.WizardPage;
import io.swagger.v3.core.util.Json;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The manifest's JSON Schema (2020-12), from the fields themselves, so that editors and other tools know it. */
@RestController
class ManifestSchema {

    private static final ObjectMapper SCHEMAS = Json.mapper();

    @GetMapping("/api/v1/manifest.schema.json")
    ResponseEntity<Object> read() {
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "schema+json"))
                .body(document().toString());
    }

    static ObjectNode document() {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Manifest of an integration")
                .put("type", "object")
                .put("additionalProperties", false);
        root.putArray("required").add("schema_version");
        var members = root.putObject("properties");
        members.putObject("schema_version").put("const", 1);
        var kinds = members.putObject("kind").putArray("enum");
        Stream.of(SubmissionKind.values()).map(Enum::name).forEach(kinds::add);
        members.set("protocols", page(WizardPage.PROTOCOLS).at("/properties/protocols"));
        members.set("configuration", page(WizardPage.CONFIGURATION));
        members.set("test_information", page(WizardPage.TEST_INFORMATION));
        members.set("logo", logo());
        return root;
    }

    private static ObjectNode page(WizardPage page) {
        var schema = SCHEMAS.<ObjectNode>valueToTree(PageSchemas.of(page, ManifestSchema::isWritten));
        schema.findParents("example").forEach(parent -> {
            var example = ((ObjectNode) parent).remove("example");
            ((ObjectNode) parent).putArray("examples").add(example);
        });
        return schema;
    }

    /** Secrets and constants stand in no manifest. */
    private static boolean isWritten(Field field) {
        return field.format() != Format.SECRET && field.format() != Format.CONSTANT;
    }

    private static ObjectNode logo() {
        var logo = JsonNodeFactory.instance.objectNode();
        types(logo, "object", "null")
                .put("description", "Left out, the logo stays as it is; null takes it away.")
                .put("additionalProperties", false);
        logo.putArray("required").add("media_type").add("data");
        var members = logo.putObject("properties");
        members.putObject("media_type")
                .putArray("enum")
                .add("image/png")
                .add("image/jpeg")
                .add("image/gif");
        members.putObject("data").put("type", "string").put("contentEncoding", "base64");
        return logo;
    }

    private static ObjectNode types(ObjectNode schema, String... names) {
        ArrayNode types = schema.putArray("type");
        Stream.of(names).forEach(types::add);
        return schema;
    }
}
