package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.kernel.Problem;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Locks;
import dev.oin.submission.ReadSubmission;
import dev.oin.submission.Submission;
import dev.oin.submission.UpdateLimits;
import dev.oin.submission.ValidateSubmission;
import dev.oin.submission.WizardPage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether a caller may see, change or test a submission, and what is wrong with it. */
@Component
class Wizard {

    private final ReadSubmission reading;
    private final ValidateSubmission validation;

    Wizard(ReadSubmission reading, ValidateSubmission validation) {
        this.reading = reading;
        this.validation = validation;
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

    static List<ProblemView> views(Submission submission, List<Problem> problems) {
        return problems.stream()
                .map(problem -> ProblemView.of(problem, submission.id()))
                .toList();
    }

    static String path(Submission submission, WizardPage page) {
        return "/submissions/" + submission.id() + "/" + page.path();
    }

    /** Whether the caller can change the page now. */
    static boolean mayChange(Submission submission, WizardPage page, Caller caller) {
        return lock(submission, page, caller).isEmpty();
    }

    /** Why the caller cannot change the page now; empty where it can. */
    static Optional<String> lock(Submission submission, WizardPage page, Caller caller) {
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

    static boolean mayEdit(Submission submission, Caller caller) {
        return caller.isMemberOf(submission.organization()) && caller.mayEdit();
    }
}
