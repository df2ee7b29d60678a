package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.kernel.Problem;
import dev.oin.review.Issues;
import dev.oin.submission.Fields;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.SubmissionState;
import dev.oin.submission.ValidateSubmission;
import dev.oin.submission.WizardPage;
import dev.oin.web.portal.IntegrationsView.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a member does next with a submission. */
@Component
class NextSteps {

    private final ValidateSubmission validation;
    private final Issues issues;

    NextSteps(ValidateSubmission validation, Issues issues) {
        this.validation = validation;
        this.issues = issues;
    }

    /** The one next step; null where there is none. */
    @Nullable
    Link of(Submission submission, Caller caller) {
        var base = "/submissions/" + submission.id();
        return switch (submission.state()) {
            case DRAFT, WITHDRAWN -> caller.mayEdit() ? draft(submission) : new Link("Look at it", base);
            case ISV_REVIEW, ISV_FIX -> answer(submission, base);
            case INITIAL_REVIEW, QA_TESTING, FINAL_REVIEW, CATALOG_REVIEW, PUBLISHING -> new Link("See progress", base);
            case PUBLISHED, REJECTED, RETIRED -> new Link("See details", base);
        };
    }

    /** Whether the next step is the ISV's own work. */
    static boolean isWork(Submission submission) {
        return submission.state().isEditable();
    }

    /** Everything that can be done with a row. */
    List<Link> menu(Submission submission, Caller caller) {
        var base = "/submissions/" + submission.id();
        var menu = new ArrayList<Link>();
        menu.add(new Link("Open", base));
        if (submission.state().isEditable() && caller.mayEdit()) {
            menu.add(new Link("Edit", Wizard.path(submission, WizardPage.CONFIGURATION)));
            menu.add(new Link("Test your integration", Wizard.path(submission, WizardPage.TESTING)));
        }
        if (submission.state() == SubmissionState.PUBLISHED && caller.mayEdit()) {
            menu.add(new Link("Edit integration", base + "#edit"));
        }
        if (submission.state() == SubmissionState.REJECTED
                && submission.kind() == SubmissionKind.NEW
                && caller.mayEdit()) {
            menu.add(new Link("Copy to a new draft", base + "#closed"));
        }
        if (caller.mayTestAndSubmit()
                && (submission.state().isWithTeam() || submission.state().isWithIsvForFixes())) {
            menu.add(new Link("Withdraw", base + "?open=withdraw#withdraw"));
        }
        if (submission.state().isDraft() && caller.mayEdit()) {
            menu.add(new Link(
                    submission.kind() == SubmissionKind.NEW ? "Delete draft" : "Discard update",
                    base + "?open=delete#delete"));
        }
        return menu;
    }

    private Link answer(Submission submission, String base) {
        var count = issues.unanswered(submission.id()).size();
        return new Link(
                count == 0 ? "Hand it back" : count == 1 ? "Answer 1 issue" : "Answer %d issues".formatted(count),
                base);
    }

    private Link draft(Submission submission) {
        var page = firstIncomplete(submission);
        var name = switch (page) {
            case PROTOCOLS -> "Select protocols";
            case CONFIGURATION -> "Configure your integration";
            case TEST_INFORMATION -> "Enter test information";
            case TESTING -> "Test your integration";
        };
        return new Link(name, Wizard.path(submission, page));
    }

    /** The first page that lacks something; the last one when pages 1 to 3 are complete. */
    WizardPage firstIncomplete(Submission submission) {
        var problems = validation.problems(submission);
        return Stream.of(WizardPage.PROTOCOLS, WizardPage.CONFIGURATION, WizardPage.TEST_INFORMATION)
                .filter(page -> problems.stream()
                        .filter(Problem::isError)
                        .anyMatch(problem -> Fields.pageOf(problem.field()) == page))
                .findFirst()
                .orElse(WizardPage.TESTING);
    }
}
