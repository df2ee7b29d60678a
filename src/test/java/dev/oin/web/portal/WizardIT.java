package dev.oin.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.account.Account;
import dev.oin.account.AccountFixture;
import dev.oin.account.MemberRole;
import dev.oin.account.Organization;
import dev.oin.kernel.SubmissionId;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.submission.Configuration;
import dev.oin.submission.MoveSubmission;
import dev.oin.submission.PageFixture;
import dev.oin.submission.SubmissionState;
import dev.oin.submission.Submissions;
import dev.oin.submission.Versions;
import dev.oin.web.api.ApiClient;
import dev.oin.workflow.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** The wizard's pages and the history, as two members of an organisation and strangers get them. */
@OinSpringTest
@Import(AccountFixture.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class WizardIT {

    private final AccountFixture accounts;
    private final Submissions submissions;
    private final Versions versions;
    private final MoveSubmission moves;

    @LocalServerPort
    int port;

    private Organization organization;
    private Account owner;
    private Account colleague;
    private ApiClient api;
    private SubmissionId id;
    private String path;

    WizardIT(AccountFixture accounts, Submissions submissions, Versions versions, MoveSubmission moves) {
        this.accounts = accounts;
        this.submissions = submissions;
        this.versions = versions;
        this.moves = moves;
    }

    @BeforeEach
    void draft() {
        organization = accounts.organization();
        owner = accounts.member(organization, MemberRole.SUPER_ADMIN);
        colleague = accounts.member(organization, MemberRole.APP_ADMIN);
        api = new ApiClient(port, accounts.token(owner));
        var created = api.post("/submissions", "{\"protocols\":[\"SAML\"]}");
        id = new SubmissionId(UUID.fromString(created.text("/id")));
        path = "/submissions/" + id;
        save(PageFixture.pages());
    }

    @Test
    void two_people_on_one_page_lose_no_text_and_are_told() {
        var ada = visitor(owner);
        var ben = visitor(colleague);
        var seen = revision();

        var first = ada.submit(path + "/configuration", path + "/configuration", form(seen, "Ada's words.", "Ada HR"));
        var second =
                ben.submit(path + "/configuration", path + "/configuration", form(seen, "Ben's words.", "Example HR"));

        assertThat(first.status()).isEqualTo(302);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body())
                .contains(owner.displayName(), "You both changed Description", "Ada&#39;s words.", "Ben&#39;s words.")
                .contains("Taken over from", "Ada HR");
        assertThat(catalog().description()).isEqualTo("Ada's words.");

        var both = ben.submit(
                path + "/configuration",
                path + "/configuration",
                form(seen, "Ben's words.", "Example HR") + "&keep=" + revision() + "&base=" + seen
                        + "&take%3Adescription=mine");

        assertThat(both.status()).isEqualTo(302);
        assertThat(catalog().description()).isEqualTo("Ben's words.");
        assertThat(catalog().displayName()).isEqualTo("Ada HR");
        assertThat(visitor(owner).get(path + "/versions").body()).contains("Every save", colleague.displayName());
    }

    @Test
    void people_on_different_pages_do_not_stop_each_other() {
        var ben = visitor(colleague);
        var seen = revision();
        api.put("/submissions/" + id + "/test-information", "{\"username\":\"oin@example.com\"}", "\"" + seen + "\"");

        var saved =
                ben.submit(path + "/configuration", path + "/configuration", form(seen, "Ben's words.", "Example HR"));

        assertThat(saved.status()).isEqualTo(302);
        assertThat(catalog().description()).isEqualTo("Ben's words.");
        assertThat(submissions.get(id).content().testInformation().username()).isEqualTo("oin@example.com");
    }

    @Test
    void a_stale_call_is_told_which_fields_changed() {
        var seen = revision();
        save(PageFixture.pages().with("catalog.description", "\"Another.\""));

        var stale = api.put("/submissions/" + id + "/protocols", "{\"protocols\":[\"SAML\"]}", "\"" + seen + "\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().at("/changed_fields").toString()).isEqualTo("[\"description\"]");
        assertThat(stale.text("/detail")).contains("Description");
    }

    @Test
    void a_version_is_restored_as_a_new_save_and_copied_to_a_new_integration() {
        var first = versions.cut(id, owner.id()).number();
        save(PageFixture.pages().with("catalog.description", "\"Another.\""));
        var before = revision();

        var restored = api.send("POST", "/submissions/%s/versions/%d/restore".formatted(id, first), "", etag());
        var copied = api.post("/submissions/%s/versions/%d/clone".formatted(id, first), "");

        assertThat(restored.status()).isEqualTo(200);
        assertThat(revision()).isEqualTo(before + 1);
        assertThat(catalog().description()).startsWith("Keeps staff records");
        assertThat(copied.status()).isEqualTo(201);
        assertThat(copied.text("/configuration/catalog/display_name")).isEqualTo("Copy of Example HR");
        assertThat(copied.text("/integration_id")).isNotEqualTo(restored.text("/integration_id"));
        assertThat(api.get("/submissions/%s/versions/%d".formatted(id, first)).status())
                .isEqualTo(200);
    }

    @Test
    void what_the_team_reviews_is_not_restored() {
        var first = versions.cut(id, owner.id()).number();
        save(PageFixture.pages().with("catalog.description", "\"Another.\""));
        moves.into(id, SubmissionState.QA_TESTING);

        var restored = api.send("POST", "/submissions/%s/versions/%d/restore".formatted(id, first), "", etag());

        assertThat(restored.status()).isEqualTo(409);
        assertThat(visitor(owner).get(path + "/versions").body()).doesNotContain("/restore\"");
    }

    @Test
    void any_two_versions_stand_beside_each_other_by_the_words_of_the_form() {
        var first = versions.cut(id, owner.id()).number();
        save(PageFixture.pages().with("saml.acs_url", "\"https://new.example.com/acs\""));

        var page = visitor(owner).get(path + "/versions/compare?from=" + first);

        assertThat(page.body())
                .contains("Default ACS URL", "https://app.example.com/acs", "https://new.example.com/acs");
        assertThat(visitor(owner).get(path + "/versions/compare?from=99").status())
                .isEqualTo(404);
    }

    @Test
    void a_preview_shows_what_is_typed_and_saves_nothing() {
        var before = revision();

        var preview = visitor(owner)
                .submit(
                        path + "/configuration",
                        path + "/configuration/preview",
                        "saml.acs_url=" + encoded("https://${org.sub}.example.com/acs")
                                + "&variables%5B0%5D.label=Sub&variables%5B0%5D.name=sub");

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body()).contains("https://acme.example.com/acs", "saml-acs-url-preview");
        assertThat(revision()).isEqualTo(before);
    }

    @Test
    void metadata_is_shown_before_it_is_taken() {
        var ada = visitor(owner);
        var prefill = path + "/prefill/SAML_METADATA";
        var before = revision();

        var preview = ada.submit(prefill, prefill + "/preview", "document=" + encoded(metadata("")));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body()).contains("https://new.example.com/acs", "urn:new", "https://app.example.com/acs");
        assertThat(revision()).isEqualTo(before);

        var taken = ada.submit(
                prefill,
                prefill,
                "revision=" + before + "&take=saml.audience&value%3Asaml.audience=" + encoded("\"urn:new\"")
                        + "&value%3Asaml.acs_url=" + encoded("\"https://new.example.com/acs\""));

        assertThat(taken.status()).isEqualTo(302);
        var saml = submissions.get(id).content().configuration().saml();
        assertThat(saml.audience()).isEqualTo("urn:new");
        assertThat(saml.acsUrl()).isEqualTo("https://app.example.com/acs");
    }

    @Test
    void hostile_metadata_and_addresses_are_refused_in_words() {
        var ada = visitor(owner);
        var prefill = path + "/prefill/SAML_METADATA";
        var bomb = "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;&x;&x;\">]>";
        var hostile = List.of(
                "document=" + encoded(metadata("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")),
                "document=" + encoded(metadata("<!DOCTYPE a SYSTEM \"http://127.0.0.1:" + port + "/x.dtd\">")),
                "document=" + encoded(metadata(bomb)),
                "document=" + encoded("<a>".repeat(60_000)),
                "document=" + encoded("x".repeat(300_000)),
                "document=" + encoded("{\"json\":true}"),
                "document=" + encoded("\u0089PNG\r\n"),
                "address=" + encoded("http://127.0.0.1:" + port + "/actuator/health"),
                "address=" + encoded("https://169.254.169.254/latest/meta-data"),
                "address=" + encoded("https://[::1]/"),
                "address=" + encoded("https://10.0.0.1/metadata"),
                "address=" + encoded("file:///etc/passwd"),
                "address=" + encoded("gopher://x"),
                "address=" + encoded("not an address"),
                "");
        ada.submit(prefill, prefill + "/preview", "");
        for (var form : hostile) {
            var answer = ada.submit(prefill, prefill + "/preview", form);

            var shown = form.substring(0, Math.min(80, form.length()));
            assertThat(answer.status()).as(shown).isEqualTo(422);
            assertThat(answer.body()).as(shown).contains("Nothing was read").doesNotContain("root:x", "UP&quot;");
        }
    }

    @Test
    void page_2_asks_the_database_as_often_for_much_as_for_little() {
        var ada = visitor(owner);
        var little = Statements.during(() -> ada.get(path + "/configuration"));
        var eight = new StringBuilder();
        for (var number = 0; number < 8; number++) {
            eight.append(number == 0 ? "[" : ",").append("{\"label\":\"L\",\"name\":\"v%d\"}".formatted(number));
        }
        save(PageFixture.pages()
                .with("variables", eight + "]")
                .with("saml.acs_url", "\"https://${org.v0}.example.com/${org.v1}\""));
        for (var number = 0; number < 10; number++) {
            versions.cut(id, owner.id());
            save(PageFixture.pages()
                    .with("variables", eight + "]")
                    .with("catalog.description", "\"Number %d.\"".formatted(number)));
        }

        var much = Statements.during(() -> ada.get(path + "/configuration"));

        assertThat(much).isEqualTo(little).isBetween(1, 30);
    }

    private static String metadata(String doctype) {
        return """
                <?xml version="1.0"?>%s
                <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:new">
                  <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                    <md:AssertionConsumerService index="0" isDefault="true" Location="https://new.example.com/acs"
                        Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"/>
                  </md:SPSSODescriptor>
                </md:EntityDescriptor>""".formatted(doctype);
    }

    @Test
    void strangers_find_nothing_and_readers_change_nothing() {
        var number = versions.cut(id, owner.id()).number();
        var stranger = visitor(accounts.superAdmin());
        var reader = visitor(accounts.member(organization, MemberRole.READ_ONLY));
        var seen = revision();

        for (var page : List.of("/configuration", "/versions", "/versions/compare?from=1", "/prefill/SAML_METADATA")) {
            assertThat(stranger.get(path + page).status()).as(page).isEqualTo(404);
        }
        for (var action : List.of(
                "/configuration/preview",
                "/prefill/SAML_METADATA/preview",
                "/prefill/SAML_METADATA",
                "/versions/" + number + "/restore",
                "/versions/saves/1/restore",
                "/versions/" + number + "/clone")) {
            assertThat(stranger.submit("/organization", path + action, "revision=" + seen)
                            .status())
                    .as(action)
                    .isEqualTo(404);
            assertThat(visitor(owner).submit(path + action, "revision=" + seen).status())
                    .as("without a CSRF token: " + action)
                    .isEqualTo(403);
        }
        for (var action : List.of(
                "/prefill/SAML_METADATA/preview",
                "/prefill/SAML_METADATA",
                "/versions/" + number + "/restore",
                "/versions/" + number + "/clone")) {
            assertThat(reader.submit(path + "/versions", path + action, "revision=" + seen)
                            .status())
                    .as(action)
                    .isEqualTo(403);
        }
        assertThat(revision()).isEqualTo(seen);
    }

    private Visitor visitor(Account account) {
        accounts.setPassword(account);
        var visitor = new Visitor(port);
        visitor.signIn(account.email(), AccountFixture.PASSWORD);
        return visitor;
    }

    private void save(PageFixture pages) {
        var page = pages.with("oidc", "null")
                .with("scim", "null")
                .with("ul", "null")
                .configuration();
        assertThat(api.put("/submissions/" + id + "/configuration", page.toString(), etag())
                        .status())
                .isEqualTo(200);
    }

    private String form(long revision, String description, String name) {
        return ("revision=%d&display_name=%s&description=%s&use_cases=Automation&public_support.link=%s&public_support.email=%s"
                        + "&public_support.phone=%s&app_website=%s&saml.acs_url=%s&saml.acs_endpoints%%5B0%%5D.url=%s"
                        + "&saml.acs_endpoints%%5B0%%5D.index=1&saml.audience=%s&saml.attributes%%5B0%%5D.name=email"
                        + "&saml.attributes%%5B0%%5D.values=user.email&saml.group_attributes%%5B0%%5D.name=groups"
                        + "&saml.group_attributes%%5B0%%5D.name_format=BASIC&saml.group_attributes%%5B0%%5D.filter=STARTS_WITH"
                        + "&saml.group_attributes%%5B0%%5D.expression=example-&saml.config_guide_url=%s")
                .formatted(
                        revision,
                        encoded(name),
                        encoded(description),
                        encoded("https://help.example.com"),
                        encoded("help@example.com"),
                        encoded("+1 555 0100"),
                        encoded("https://www.example.com"),
                        encoded("https://app.example.com/acs"),
                        encoded("https://app.example.com/acs2"),
                        encoded("https://app.example.com/saml"),
                        encoded("https://docs.example.com/saml"));
    }

    private Configuration.Catalog catalog() {
        return submissions.get(id).content().configuration().catalog();
    }

    private long revision() {
        return submissions.get(id).revision();
    }

    private String etag() {
        return "\"" + revision() + "\"";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
