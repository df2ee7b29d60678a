package dev.oin.web.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.account.Caller;
import dev.oin.kernel.Problem;
import dev.oin.submission.PreviewExpressions;
import dev.oin.submission.Submission;
import dev.oin.submission.TestCredentials;
import dev.oin.submission.WizardPage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills the forms of the wizard's pages, with what is saved or with what was just typed. */
@Component
class WizardForms {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final Set<String> ACCOUNT =
            Set.of("test.account_url", "test.username", "test.password", "test.support_contact");

    private final TestCredentials credentials;
    private final PreviewExpressions previews;

    WizardForms(TestCredentials credentials, PreviewExpressions previews) {
        this.credentials = credentials;
        this.previews = previews;
    }

    /** The page's form, with what is saved. */
    WizardForm form(
            Submission submission, WizardPage page, Caller caller, List<Problem> problems, @Nullable String row) {
        return form(submission, page, caller, document(submission, page), Wizard.views(submission, problems), row);
    }

    /** The page's form, with what was just typed. */
    WizardForm form(
            Submission submission,
            WizardPage page,
            Caller caller,
            ObjectNode document,
            List<ProblemView> problems,
            @Nullable String row) {
        var isWithTeam =
                page == WizardPage.TEST_INFORMATION && submission.state().isWithTeam();
        var lock = Wizard.lock(submission, page, caller);
        var isCatalogOnly = UpdateForms.isCatalogOnly(submission) && lock.isEmpty();
        return new WizardForm(
                submission.content(),
                document,
                problems,
                isCatalogOnly || lock.isPresent(),
                isCatalogOnly
                        ? UpdateForms.CATALOG
                        : isWithTeam && Wizard.mayEdit(submission, caller) ? ACCOUNT : Set.of(),
                secrets(submission),
                preview(submission, page, document),
                row);
    }

    /** What the page's expressions come to, as they were just typed. */
    PagePreview preview(Submission submission, WizardPage page, ObjectNode document) {
        return page == WizardPage.CONFIGURATION ? PagePreview.of(previews.of(submission, document)) : PagePreview.NONE;
    }

    private static ObjectNode document(Submission submission, WizardPage page) {
        var content = submission.content();
        JsonNode tree = switch (page) {
            case PROTOCOLS ->
                JsonNodeFactory.instance.objectNode().set("protocols", JSON.valueToTree(content.protocols()));
            case CONFIGURATION -> JSON.valueToTree(content.configuration().begun(content.protocols()));
            case TEST_INFORMATION -> JSON.valueToTree(content.testInformation());
            case TESTING -> JsonNodeFactory.instance.objectNode();
        };
        return (ObjectNode) tree;
    }

    private Set<String> secrets(Submission submission) {
        var there = new HashSet<String>();
        if (credentials.passwordOf(submission.id()) == TestCredentials.Standing.PRESENT) {
            there.add("test.password");
        }
        if (credentials.scimClientSecret(submission.id()).isPresent()) {
            there.add("scim.oauth.client_secret");
        }
        return there;
    }
}
