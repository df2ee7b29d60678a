package dev.oin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.submission.LintManifest;
import dev.oin.submission.ManifestText;
import dev.oin.submission.ManifestText.Form;
import dev.oin.submission.PageFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Lint lint = lint(List.of());

    @TempDir
    Path folder;

    @Test
    void a_manifest_filled_in_well_ends_with_0() throws IOException {
        for (var form : Form.values()) {
            assertThat(lint.run(file(manifest(), form))).as(words()).isEqualTo(Lint.FINE);
        }
        assertThat(words()).isEqualTo("Nothing to change.\n".repeat(2));
    }

    @Test
    void wrong_meaning_ends_with_1_and_is_named_with_its_rule() throws IOException {
        var manifest = manifest();
        ((ObjectNode) manifest.at("/configuration/saml")).put("acs_url", "http://app.example.com/acs");

        assertThat(lint.run(file(manifest, Form.YAML))).isEqualTo(Lint.PROBLEMS);
        assertThat(words()).startsWith("error").contains("saml.acs_url [saml.acs_url.https]");
    }

    @Test
    void a_warning_stops_nothing() throws IOException {
        var manifest = manifest();
        ((ObjectNode) manifest.at("/configuration/saml")).put("config_guide_url", "https://docs.example.com/oidc");

        assertThat(lint.run(file(manifest, Form.JSON), "--format=json")).isEqualTo(Lint.FINE);
        var report = PageFixture.read(words());
        assertThat(report.at("/errors")).isEmpty();
        assertThat(report.at("/problems/0/rule").asText()).isEqualTo("X-8");
        assertThat(report.at("/problems/0/severity").asText()).isEqualTo("WARNING");
    }

    @Test
    void what_would_be_refused_ends_with_2() throws IOException {
        var manifest = manifest();
        ((ObjectNode) manifest.path("test_information")).put("password", "not here");

        assertThat(lint.run("--format=json", file(manifest, Form.YAML))).isEqualTo(Lint.UNUSABLE);
        assertThat(PageFixture.read(words()).at("/errors/0/field").asText()).isEqualTo("test.password");
        assertThat(words()).doesNotContain("not here");
    }

    @Test
    void what_cannot_be_read_ends_with_2() throws IOException {
        var broken = folder.resolve("broken.yaml");
        Files.writeString(broken, "schema_version: [");

        assertThat(lint.run(broken.toString())).isEqualTo(Lint.UNUSABLE);
        assertThat(lint.run(folder.resolve("absent.json").toString())).isEqualTo(Lint.UNUSABLE);
        assertThat(lint.run()).isEqualTo(Lint.UNUSABLE);
        assertThat(lint.run("--help")).isEqualTo(Lint.UNUSABLE);
    }

    @Test
    void hosts_that_the_operator_allows_are_allowed() throws IOException {
        var manifest = manifest();
        ((ObjectNode) manifest.at("/configuration/saml")).put("acs_url", "https://app.corp/acs");
        var file = file(manifest, Form.JSON);

        assertThat(lint.run(file)).isEqualTo(Lint.PROBLEMS);
        assertThat(lint(List.of(" app.corp", "")).run(file)).isEqualTo(Lint.FINE);
    }

    @Test
    void of_a_catalog_only_update_the_catalog_counts() throws IOException {
        var manifest = manifest();
        manifest.put("kind", "CATALOG");
        ((ObjectNode) manifest.at("/configuration/saml")).remove("acs_url");

        assertThat(lint.run(file(manifest, Form.JSON))).as(words()).isEqualTo(Lint.FINE);
    }

    private Lint lint(List<String> allowed) {
        return new Lint(new PrintStream(said, true, StandardCharsets.UTF_8), new LintManifest(allowed));
    }

    private String words() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String file(ObjectNode manifest, Form form) throws IOException {
        var file = folder.resolve(form == Form.YAML ? "oin.yaml" : "oin.json");
        Files.write(file, ManifestText.write(manifest, form));
        return file.toString();
    }

    private static ObjectNode manifest() {
        var manifest = PageFixture.read(
                "{\"schema_version\":1,\"protocols\":[\"OIDC\",\"SAML\",\"SCIM\",\"UNIVERSAL_LOGOUT\"]}");
        var configuration = PageFixture.pages().configuration();
        ((ObjectNode) configuration.at("/scim/oauth")).remove("client_secret");
        var tests = PageFixture.pages().testInformation();
        tests.remove("password");
        manifest.set("configuration", configuration);
        manifest.set("test_information", tests);
        return manifest;
    }
}
