package dev.oin.web.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.submission.Scim;
import dev.oin.account.Caller;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.Fields;
import dev.oin.submission.Locks;
import dev.oin.submission.PreviewExpressions;
import dev.oin.submission.ReadSubmission;
import dev.oin.submission.Section;
import dev.oin.submission.Submission;
import dev.oin.submission.TestCredentials;
import dev.oin.submission.UpdateLimits;
import dev.oin.submission.ValidateSubmission;
import dev.oin.submission.WizardPage;
import dev.oin.web.frame.Chips;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws up the wizard's pages for a caller. */
@Component
class Wizard {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final Set<String> ACCOUNT =
            Set.of("test.account_url", "test.username", "test.password", "test.support_contact");

    private final ReadSubmission reading;
    private final ValidateSubmission validation;
    private final TestCredentials credentials;
    private final TurnLines lines;
    private final UpdateForms updates;
    private final PreviewExpressions previews;

    Wizard(
            ReadSubmission reading,
            ValidateSubmission validation,
            TestCredentials credentials,
            TurnLines lines,
            UpdateForms updates,
            PreviewExpressions previews) {
        this.reading = reading;
        this.validation = validation;
        this.credentials = credentials;
        this.lines = lines;
        this.updates = updates;
        this.previews = previews;
    }

    /** The submission, if the caller may see it; else there is no such page. */
    Submission read(UUID id, Caller caller) {
        return switch (reading.read(caller, new SubmissionId(id))) {
            case ReadSubmission.Reading.Found(var submission) -> submission;
            case ReadSubmission.Reading.NotFound() -> throw new Missing();
            case ReadSubmission.Reading.Forbidden(var reason) -> throw new NotAllowed();
        };
    }

    /** The submission, if the caller may change it too. */
    Submission edit(UUID id, Caller caller) {
        var submission = read(id, caller);
        if (!mayEdit(submission, caller)) {
            throw new NotAllowed();
        }
        return submission;
    }

    /** The submission, if the caller may test and submit it too (AC-1). */
    Submission test(UUID id, Caller caller) {
        var submission = read(id, caller);
        if (!caller.isMemberOf(submission.organization()) || !caller.mayTestAndSubmit()) {
            throw new NotAllowed();
        }
        return submission;
    }

    /** What is wrong or still to be filled in. */
    List<Problem> problems(Submission submission) {
        return validation.problems(submission);
    }

    /** The frame of one of the pages. */
    WizardView view(
            Submission submission,
            WizardPage page,
            Caller caller,
            List<Problem> problems,
            List<ProblemView> summary,
            @Nullable Conflict conflict) {
        var errors = problems.stream().filter(Problem::isError).toList();
        var here = errors.stream()
                .filter(problem -> Fields.pageOf(problem.field()) == page)
                .toList();
        var locked = lock(submission, page, caller);
        return new WizardView(
                submission.id().toString(),
                submission.displayName(),
                submission.version(),
                title(page),
                here.isEmpty() ? "" : here.size() + " left ",
                path(submission, page),
                Chips.of(submission.state()),
                lines.of(submission).text(),
                steps(submission, page, errors),
                sections(submission, page, errors),
                submission.revision(),
                submission.updatedAt(),
                locked.orElse(null),
                updates.note(submission),
                page == WizardPage.TEST_INFORMATION && submission.state().isWithTeam() && mayEdit(submission, caller),
                caller.mayTestAndSubmit()
                        && (submission.state().isWithTeam()
                                || submission.state().isWithIsvForFixes()),
                conflict,
                summary.size() == 1 ? "1 field needs attention" : summary.size() + " fields need attention",
                summary);
    }

    /** The page's form, with what is saved. */
    WizardForm form(
            Submission submission, WizardPage page, Caller caller, List<Problem> problems, @Nullable String row) {
        return form(submission, page, caller, document(submission, page), views(submission, problems), row);
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
        var lock = lock(submission, page, caller);
        var isCatalogOnly = UpdateForms.isCatalogOnly(submission) && lock.isEmpty();
        return new WizardForm(
                submission.content(),
                document,
                problems,
                isCatalogOnly || lock.isPresent(),
                isCatalogOnly ? UpdateForms.CATALOG : isWithTeam && mayEdit(submission, caller) ? ACCOUNT : Set.of(),
                secrets(submission),
                preview(submission, page, document),
                row);
    }

    /** What the page's expressions come to, as they were just typed. */
    PagePreview preview(Submission submission, WizardPage page, ObjectNode document) {
        return page == WizardPage.CONFIGURATION ? PagePreview.of(previews.of(submission, document)) : PagePreview.NONE;
    }

    static List<ProblemView> views(Submission submission, List<Problem> problems) {
        return problems.stream()
                .map(problem -> ProblemView.of(problem, submission.id()))
                .toList();
    }

    static String path(Submission submission, WizardPage page) {
        return "/submissions/" + submission.id() + "/" + page.path();
    }

    private static ObjectNode document(Submission submission, WizardPage page) {
        var content = submission.content();
        JsonNode tree = switch (page) {
            case PROTOCOLS ->
                JsonNodeFactory.instance.objectNode().set("protocols", JSON.valueToTree(content.protocols()));
            case CONFIGURATION -> JSON.valueToTree(withDefaults(content));
            case TEST_INFORMATION -> JSON.valueToTree(content.testInformation());
            case TESTING -> JsonNodeFactory.instance.objectNode();
        };
        return (ObjectNode) tree;
    }

    /** Sections that nobody saved yet are shown with what is chosen beforehand. */
    private static Configuration withDefaults(Content content) {
        var now = content.configuration();
        return new Configuration(
                now.catalog(),
                now.variables(),
                now.oidc() == null && content.has(Protocol.OIDC)
                        ? new Configuration.Oidc(null, null, null, null, null, null)
                        : now.oidc(),
                now.saml(),
                now.scim() == null && content.has(Protocol.SCIM)
                        ? new Scim(null, null, null, null, null, null, null, null, null)
                        : now.scim(),
                now.ul() == null && content.has(Protocol.UNIVERSAL_LOGOUT)
                        ? new Configuration.UniversalLogout(null, null, null)
                        : now.ul());
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

    /** Whether the caller can change the page now. */
    static boolean mayChange(Submission submission, WizardPage page, Caller caller) {
        return lock(submission, page, caller).isEmpty();
    }

    private static Optional<String> lock(Submission submission, WizardPage page, Caller caller) {
        if (!mayEdit(submission, caller)) {
            return Optional.of("Your role can look at this submission, not change it.");
        }
        if (page == WizardPage.PROTOCOLS && UpdateForms.isCatalogOnly(submission)) {
            return Optional.of(UpdateLimits.CATALOG_ONLY);
        }
        return page == WizardPage.PROTOCOLS
                ? Locks.protocolsReason(submission.state())
                : Locks.reason(submission.state());
    }

    private static boolean mayEdit(Submission submission, Caller caller) {
        return caller.isMemberOf(submission.organization()) && caller.mayEdit();
    }

    private static String title(WizardPage page) {
        return switch (page) {
            case PROTOCOLS -> "Select protocols";
            case CONFIGURATION -> "Configure your integration";
            case TEST_INFORMATION -> "Enter test information";
            case TESTING -> "Test your integration";
        };
    }

    private static List<WizardView.Step> steps(Submission submission, WizardPage here, List<Problem> errors) {
        return Arrays.stream(WizardPage.values())
                .map(page -> new WizardView.Step(
                        switch (page) {
                            case PROTOCOLS -> "Protocols";
                            case CONFIGURATION -> "Configuration";
                            case TEST_INFORMATION -> "Test information";
                            case TESTING -> "Test";
                        },
                        path(submission, page),
                        page == here,
                        page == WizardPage.TESTING
                                ? ""
                                : state(errors.stream()
                                        .filter(problem -> Fields.pageOf(problem.field()) == page)
                                        .toList())))
                .toList();
    }

    private static List<WizardView.SectionLink> sections(Submission submission, WizardPage page, List<Problem> errors) {
        return Arrays.stream(Section.values())
                .filter(section -> section.page() == page && section.appliesTo(submission.content()))
                .map(section -> new WizardView.SectionLink(
                        Sections.idOf(section),
                        Sections.nameOf(section),
                        state(errors.stream()
                                .filter(problem -> Sections.of(problem.field()) == section)
                                .toList())))
                .toList();
    }

    private static String state(List<Problem> errors) {
        var wrong = errors.stream()
                .filter(problem -> !ProblemView.isUndone(problem.rule()))
                .count();
        return errors.isEmpty() ? "done" : wrong > 0 ? wrong + " wrong" : errors.size() + " left";
    }
}
