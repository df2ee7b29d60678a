package dev.oin.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.oin.account.AccountFixture;
import dev.oin.account.TokenScope;
import dev.oin.kernel.SubmissionId;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.submission.LintManifest;
import dev.oin.submission.ManifestText.Form;
import dev.oin.submission.MoveSubmission;
import dev.oin.submission.PageFixture;
import dev.oin.submission.SubmissionState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** The whole submission as one document. */
@OinSpringTest
@Import(AccountFixture.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ManifestApiIT {

    private static final String JSON = "application/json";
    private static final String YAML = "application/yaml";

    private final AccountFixture accounts;
    private final MoveSubmission moves;

    @LocalServerPort
    int port;

    private ApiClient isv;
    private String token;
    private String path;

    ManifestApiIT(AccountFixture accounts, MoveSubmission moves) {
        this.accounts = accounts;
        this.moves = moves;
    }

    @BeforeEach
    void fillIn() throws Exception {
        var owner = accounts.superAdmin();
        token = accounts.token(owner);
        isv = new ApiClient(port, token);
        path = draft();
        var configuration = PageFixture.pages().configuration();
        configuration.remove(List.of("oidc", "ul"));
        var tests = PageFixture.pages().testInformation();
        tests.remove("oidc_test");
        assertThat(isv.put(path + "/configuration", configuration.toString(), "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(isv.put(path + "/test-information", tests.toString(), "\"2\"")
                        .status())
                .isEqualTo(200);
        assertThat(isv.putImage(path + "/logo", ApiClient.png(200, 200), "\"3\"")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void an_export_holds_no_secret() {
        for (var type : List.of(JSON, YAML)) {
            var export = isv.get(path + "/manifest", type);

            assertThat(export.status()).isEqualTo(200);
            assertThat(export.header("Content-Type")).startsWith(type);
            assertThat(export.header("ETag")).isEqualTo("\"4\"");
            assertThat(export.body())
                    .contains("Example HR", "https://app.example.com/acs2", "Open People", "image/png")
                    .doesNotContain("fixture password", "fixture client secret", "password", "client_secret");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, YAML})
    void importing_an_export_changes_nothing(String type) {
        var export = isv.get(path + "/manifest", type);

        var imported = isv.putText(path + "/manifest", export.body(), type, "\"4\"");

        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        assertThat(imported.header("ETag")).isEqualTo("\"4\"");
    }

    @Test
    void another_integration_becomes_the_same_in_one_revision() {
        var other = draft();
        var export = isv.get(path + "/manifest", YAML);

        var imported = isv.putText(other + "/manifest", export.body(), YAML, "\"1\"");

        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        assertThat(imported.header("ETag")).isEqualTo("\"2\"");
        assertThat(isv.get(other + "/manifest", YAML).body()).isEqualTo(export.body());
        assertThat(isv.get(other + "/timeline").body()).contains("MANIFEST_IMPORTED");
    }

    @Test
    void sets_sent_in_another_order_are_no_revision() {
        var manifest = manifest();
        manifest.set("protocols", reversed(manifest.path("protocols")));
        var scim = (ObjectNode) manifest.at("/configuration/scim");
        for (var set : List.of("objects", "user_ops", "group_ops")) {
            scim.set(set, reversed(scim.path(set)));
        }

        var imported = isv.put(path + "/manifest", manifest.toString(), "\"4\"");

        assertThat(imported.header("ETag")).isEqualTo("\"4\"");
    }

    @Test
    void a_manifest_replaces_all_but_the_secrets_and_a_logo_it_does_not_name() {
        var manifest = manifest();
        manifest.remove("logo");
        ((ObjectNode) manifest.path("configuration")).remove("catalog");

        var imported = isv.put(path + "/manifest", manifest.toString(), "\"4\"");

        assertThat(imported.header("ETag")).isEqualTo("\"5\"");
        assertThat(imported.json().at("/configuration/catalog/display_name").isMissingNode())
                .isTrue();
        assertThat(imported.json().at("/test_information/password_set").asBoolean())
                .isTrue();
        assertThat(imported.text("/logo/media_type")).isEqualTo("image/png");
        assertThat(imported.json().at("/problems").findValuesAsText("rule")).contains("display_name.required");
    }

    @Test
    void null_takes_the_logo_away() {
        var manifest = manifest();
        manifest.putNull("logo");

        var imported = isv.put(path + "/manifest", manifest.toString(), "\"4\"");

        assertThat(imported.json().at("/problems").findValuesAsText("rule")).contains("logo.required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                       | 400 | schema_version
            {"schema_version":2}                                                     | 400 | schema_version
            {"schema_version":1,"kind":"OLD"}                                        | 400 | kind
            {"schema_version":1,"secrets":{}}                                        | 400 | secrets
            {"schema_version":1,"protocols":"SAML"}                                  | 400 | protocols
            {"schema_version":1,"configuration":[]}                                  | 400 | configuration
            {"schema_version":1,"configuration":{"catalog":{"name":"x"}}}            | 400 | configuration.catalog.name
            {"schema_version":1,"configuration":{"catalog":{"display_name":7}}}      | 400 | display_name
            {"schema_version":1,"test_information":{"password":"x"}}                 | 400 | test.password
            {"schema_version":1,"protocols":["SAML"],"configuration":{"oidc":{}}}    | 422 | oidc
            {"schema_version":1,"protocols":["FAX"]}                                 | 422 | protocols
            {"schema_version":1,"logo":{"media_type":"image/svg+xml","data":""}}     | 422 | logo.media_type
            {"schema_version":1,"logo":{"media_type":"image/png","data":"%%"}}       | 422 | logo.data
            {"schema_version":1,"logo":{"media_type":"image/png","data":"PHN2Zz4="}} | 422 | logo
            """)
    void what_cannot_be_stored_is_named_and_changes_nothing(String manifest, int status, String field) {
        var answer = isv.put(path + "/manifest", manifest, "\"4\"");

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
        assertThat(isv.get(path).header("ETag")).isEqualTo("\"4\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [x, x]\nb: [*a, *a]",
                "schema_version: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://localhost/\"]]",
                "schema_version: 1\nschema_version: 1",
                "schema_version: 1\n---\nschema_version: 1",
                "schema_version: [",
                "[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]"
            })
    void hostile_yaml_is_refused(String text) {
        var answer = isv.putText(path + "/manifest", text, YAML, "\"4\"");

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(isv.get(path).header("ETag")).isEqualTo("\"4\"");
    }

    @Test
    void only_those_who_edit_write_and_only_what_they_saw() {
        var manifest = manifest();
        ((ObjectNode) manifest.path("test_information")).put("username", "other@example.com");
        var text = manifest.toString();

        assertThat(isv.put(path + "/manifest", text, null).status()).isEqualTo(428);
        assertThat(isv.put(path + "/manifest", text, "\"3\"").status()).isEqualTo(412);
        assertThat(isv.putText(path + "/manifest", text, "text/plain", "\"4\"").status())
                .isEqualTo(415);
        var stranger = new ApiClient(port, accounts.token(accounts.superAdmin(), TokenScope.FULL));
        assertThat(stranger.put(path + "/manifest", text, "\"4\"").status()).isEqualTo(404);
        assertThat(stranger.get(path + "/manifest").status()).isEqualTo(404);
        moves.into(SubmissionId.of(path.substring(path.lastIndexOf('/') + 1)), SubmissionState.QA_TESTING);
        assertThat(isv.put(path + "/manifest", text, "\"4\"").status()).isEqualTo(409);
    }

    @Test
    void while_issues_are_resolved_the_protocols_stay() {
        moves.into(SubmissionId.of(path.substring(path.lastIndexOf('/') + 1)), SubmissionState.ISV_FIX);
        var etag = isv.get(path).header("ETag");
        var manifest = manifest();
        ((ObjectNode) manifest.path("configuration")).remove("scim");
        manifest.putArray("protocols").add("SAML");

        assertThat(isv.put(path + "/manifest", manifest.toString(), etag).status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /configuration/catalog | display_name | null
            /configuration/saml    | acs_url      | "http://app.example.com/acs"
            /configuration/saml    | audience     | "${org.x}"
            /configuration         | variables    | [{"label":"Sub","name":"session"},{"label":"Unused","name":"unused"}]
            /configuration/scim    | user_ops     | ["CREATE"]
            /test_information      | saml_test    | {"jit":true}
            /configuration         | scim         | null
            """)
    void lint_says_what_the_product_says(String parent, String member, String value) {
        var manifest = manifest();
        ((ObjectNode) manifest.at(parent))
                .set(member, PageFixture.read("{\"v\":%s}".formatted(value)).get("v"));

        var said =
                isv.put(path + "/manifest", manifest.toString(), "\"4\"").json().path("problems");
        var report = new LintManifest(List.of()).lint(manifest.toString().getBytes(StandardCharsets.UTF_8), Form.JSON);

        assertThat(report.misfits()).isEmpty();
        assertThat(report.problems()).isNotEmpty().hasSameSizeAs(said);
        assertThat(report.problems().stream()
                        .map(problem -> "%s %s %s %s"
                                .formatted(problem.field(), problem.rule(), problem.severity(), problem.message())))
                .containsExactlyElementsOf(lines(said));
    }

    @Test
    void the_schema_accepts_an_export_and_refuses_what_the_product_refuses() {
        var schema = schema();
        var wrong = manifest();
        ((ObjectNode) wrong.at("/configuration/catalog"))
                .put("display_name", "x".repeat(65))
                .put("surprise", true);
        ((ObjectNode) wrong.path("test_information")).put("password", "x");

        assertThat(schema.validate(manifest())).isEmpty();
        assertThat(schema.validate(wrong))
                .extracting(message -> message.getInstanceLocation() + " " + message.getType())
                .containsExactlyInAnyOrder(
                        "$.configuration.catalog.display_name maxLength",
                        "$.configuration.catalog additionalProperties",
                        "$.test_information additionalProperties");
    }

    private JsonSchema schema() {
        var served = new ApiClient(port, "").get("/manifest.schema.json");
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.header("Content-Type")).startsWith("application/schema+json");
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(served.json());
    }

    private String draft() {
        return "/submissions/"
                + isv.post("/submissions", "{\"protocols\":[\"SAML\",\"SCIM\"]}")
                        .text("/id");
    }

    private ObjectNode manifest() {
        return (ObjectNode) isv.get(path + "/manifest").json();
    }

    private static JsonNode reversed(JsonNode set) {
        var words = PageFixture.read("{\"v\":[]}").withArray("v");
        for (var at = set.size() - 1; at >= 0; at--) {
            words.add(set.get(at));
        }
        return words;
    }

    private static List<String> lines(JsonNode problems) {
        var lines = new ArrayList<String>();
        problems.forEach(problem -> lines.add("%s %s %s %s"
                .formatted(
                        problem.path("field").asText(),
                        problem.path("rule").asText(),
                        problem.path("severity").asText(),
                        problem.path("message").asText())));
        return lines;
    }
}
