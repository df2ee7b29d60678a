package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.account.Organizations;
import dev.oin.kernel.Problem;
import dev.oin.submission.Fields;
import dev.oin.submission.Section;
import dev.oin.submission.Submission;
import dev.oin.submission.WizardPage;
import dev.oin.web.frame.Chips;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What all pages of the wizard show above their form: state, steps, sections, conflicts. */
@Component
class WizardFrame {

    private final TurnLines lines;
    private final UpdateForms updates;
    private final Organizations organizations;

    WizardFrame(TurnLines lines, UpdateForms updates, Organizations organizations) {
        this.organizations = organizations;
        this.lines = lines;
        this.updates = updates;
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
        var locked = Wizard.lock(submission, page, caller);
        return new WizardView(
                submission.id().toString(),
                submission.displayName(),
                submission.version(),
                title(page),
                here.isEmpty() ? "" : here.size() + " left ",
                Wizard.path(submission, page),
                Chips.of(submission.state()),
                lines.of(submission).text(),
                steps(submission, page, errors),
                sections(submission, page, errors),
                submission.revision(),
                submission.updatedAt(),
                locked.orElse(null),
                updates.note(submission),
                locked.isEmpty() ? foreignMailbox(submission, caller) : null,
                page == WizardPage.TEST_INFORMATION
                        && submission.state().isWithTeam()
                        && Wizard.mayEdit(submission, caller),
                caller.mayTestAndSubmit()
                        && (submission.state().isWithTeam()
                                || submission.state().isWithIsvForFixes()),
                conflict,
                summary.size() == 1 ? "1 field needs attention" : summary.size() + " fields need attention",
                summary);
    }

    /** AC-7: said from page 1 on, long before the gate refuses. */
    private @Nullable String foreignMailbox(Submission submission, Caller caller) {
        if (!caller.mayTestAndSubmit()) {
            return null;
        }
        var own = organizations.get(submission.organization()).verifiedDomains();
        var domain = caller.email().substring(caller.email().indexOf('@') + 1);
        return own.contains(domain)
                ? null
                : "Who submits needs an e-mail address in %s; yours is at %s. Everything else you can do."
                        .formatted(
                                own.isEmpty()
                                        ? "a verified domain of your company"
                                        : own.stream().sorted().collect(Collectors.joining(" or ")),
                                domain);
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
                        Wizard.path(submission, page),
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
