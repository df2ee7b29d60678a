package dev.oin.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Configuration;
import dev.oin.submission.Configuration.Variable;
import dev.oin.submission.Content;
import dev.oin.submission.Saml;
import dev.oin.submission.Scim;
import dev.oin.web.frame.Chip;
import dev.oin.web.frame.DemoRole;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final SubmissionId SUBMISSION =
            new SubmissionId(UUID.fromString("0192f0c4-0000-7000-8000-000000000001"));
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    @Test
    void sign_in() {
        var page = Gallery.draw(
                "sign-in",
                "portal/sign-in",
                model(
                        "failed",
                        true,
                        "expired",
                        false,
                        "email",
                        null,
                        "demoAccounts",
                        List.of(new DemoRole("ISV super admin", "ada@acme.test"))));

        assertSound(page);
        assertThat(page).contains("E-mail and password do not match an account");
    }

    @Test
    void configuration_with_all_protocols() {
        var content = content();
        var page = Gallery.draw(
                "configuration",
                "isv/configure-integration",
                model(
                        "wizard",
                        wizard("configuration", "Configure your integration", null),
                        "form",
                        new WizardForm(
                                content,
                                tree(content.configuration()),
                                problems(),
                                false,
                                Set.of(),
                                Set.of("scim.oauth.client_secret"),
                                PagePreview.NONE,
                                null),
                        "logo",
                        null));

        assertSound(page);
        assertThat(page).contains("name=\"saml.acs_url\"", "name=\"variables[0].label\"", "IR-EX-2");
    }

    @Test
    void what_is_still_to_be_filled_in_is_not_called_wrong() {
        for (var rule : List.of("saml_test.jit.required", "PR-6", "X-3", "X-5", "X-11")) {
            assertThat(ProblemView.of(Problem.error("saml_test.sp_url", rule, "Enter it."), SUBMISSION)
                            .isWrong())
                    .as(rule)
                    .isFalse();
        }
        assertThat(ProblemView.of(Problem.error("saml.acs_url", "IR-EX-2", "No."), SUBMISSION)
                        .isWrong())
                .isTrue();
    }

    @Test
    void ids_of_rows_to_copy_keep_the_place_of_their_number() {
        assertThat(FieldView.idOf("saml.acs_endpoints[__n__].url")).isEqualTo("saml-acs-endpoints-__n__-url");
        assertThat(FieldView.idOf("oidc.redirect_uris[2]")).isEqualTo("oidc-redirect-uris-2");
    }

    @Test
    void test_information() {
        var content = content();
        var page = Gallery.draw(
                "test-information",
                "isv/enter-test-information",
                model(
                        "wizard",
                        wizard("test-information", "Test information", null),
                        "form",
                        new WizardForm(
                                content,
                                tree(content.testInformation()),
                                List.of(),
                                false,
                                Set.of(),
                                Set.of("test.password"),
                                PagePreview.NONE,
                                null)));

        assertSound(page);
        assertThat(page).contains("name=\"test.account_url\"", "name=\"saml_test.jit\"");
    }

    @Test
    void a_run() {
        var result = new RunView.ResultView(
                "C-01",
                "C-01",
                "An answer for another audience is refused",
                new Chip("bad", "cross-circle", "Failed"),
                "Your app",
                "Required to publish",
                "0:12",
                "No session.",
                "Signed in as ada@acme.test after 1.2 s",
                "The library's audience check is off. Turn it on.",
                "/submissions/1/configuration#saml-audience",
                "Core 2.5.1.4",
                true,
                true,
                List.of(new RunView.ExhibitLink("e1", "Traffic", "/runs/1/exhibits/e1", false)));
        var passed = new RunView.ResultView(
                "C-02",
                "C-02",
                "A signature is needed",
                new Chip("good", "check-circle", "Passed"),
                null,
                "Required to publish",
                "0:02",
                "No session.",
                "No session.",
                "",
                null,
                "",
                false,
                false,
                List.of());
        var run = new RunView(
                "1",
                "SAML security",
                "Acme qa",
                7,
                new Chip("run", "run", "Running"),
                "22 of 60: A signature is needed",
                22,
                60,
                false,
                true,
                true,
                0,
                "",
                List.of(),
                List.of(new Chip("bad", "cross-circle", "Failed 1"), new Chip("good", "check-circle", "Passed 1")),
                "Compare the audience. Explains 2 failures.",
                List.of(
                        new RunView.Group("failed", "Failed", false, List.of(result)),
                        new RunView.Group("passed", "Passed", true, List.of(passed))),
                null,
                "/runs/1");

        var page = Gallery.draw(
                "run", "portal/run", model("run", run, "integration", "Acme HR", "crumbs", List.of(), "refresh", 5));

        assertSound(page);
        assertThat(page).contains("Your app", "Core 2.5.1.4");
    }

    @Test
    void trouble() {
        for (var status : List.of("400", "403", "404", "410", "429", "500", "503")) {
            assertSound(Gallery.draw("error-" + status, "error/" + status, model("reference", "4f2a")));
        }
    }

    static void assertSound(String page) {
        assertThat(page.split("<h1", -1)).as("exactly one h1").hasSize(2);
        assertThat(page).doesNotContain(" style=\"", "th:", " onclick", "<script>");
        assertThat(page).contains("<main id=\"main\"", "Skip to content");
    }

    private static WizardView wizard(String path, String title, @Nullable String locked) {
        return new WizardView(
                SUBMISSION.toString(),
                "Acme HR",
                7,
                title,
                "3 left ",
                "/submissions/" + SUBMISSION + "/" + path,
                Gallery.draft(),
                "Your turn: finish the configuration",
                List.of(
                        new WizardView.Step("Protocols", "/a", false, "done"),
                        new WizardView.Step("Configuration", "/b", path.equals("configuration"), "3 left"),
                        new WizardView.Step("Test information", "/c", path.equals("test-information"), "done"),
                        new WizardView.Step("Test", "/d", false, "")),
                List.of(
                        new WizardView.SectionLink("catalog", "Catalog", "ok"),
                        new WizardView.SectionLink("saml", "SAML", "1 wrong")),
                12,
                Gallery.NOW,
                locked,
                null,
                null,
                false,
                false,
                null,
                "3 fields need attention",
                problems());
    }

    private static List<ProblemView> problems() {
        return List.of(
                ProblemView.of(
                        Problem.error(
                                "saml.acs_url",
                                "IR-EX-2",
                                "Default ACS URL becomes https://.acme.test/acs when \"sub\" is empty. Answers would go nowhere."),
                        SUBMISSION),
                ProblemView.of(
                        Problem.error("description", "description.required", "Enter the description."), SUBMISSION),
                ProblemView.of(
                        Problem.warning("variables[0].name", "IV-7", "No expression uses \"sub\"."), SUBMISSION));
    }

    private static Content content() {
        var empty = Content.of(EnumSet.of(Protocol.OIDC, Protocol.SAML, Protocol.SCIM, Protocol.UNIVERSAL_LOGOUT));
        var configuration = new Configuration(
                null,
                List.of(new Variable("Your subdomain", "sub")),
                new Configuration.Oidc(List.of("https://app.acme.test/callback"), null, null, null, null, null),
                new Saml("https://${org.sub}.acme.test/acs", null, null, null, null, null),
                new Scim(null, null, null, null, null, null, null, null, null),
                new Configuration.UniversalLogout(null, null, null));
        return new Content(empty.protocols(), configuration, null, empty.testInformation());
    }

    private static ObjectNode tree(Object part) {
        return JSON.valueToTree(part);
    }

    private static Map<String, Object> model(@Nullable Object... pairs) {
        var model = new HashMap<String, Object>();
        for (var at = 0; at < pairs.length; at += 2) {
            model.put((String) pairs[at], pairs[at + 1]);
        }
        return model;
    }
}
