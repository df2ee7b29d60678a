package dev.oin.web.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.PageForm;
import dev.oin.submission.SaveConfiguration;
import dev.oin.submission.SaveOutcome;
import dev.oin.submission.SaveTestInformation;
import dev.oin.submission.Submission;
import dev.oin.submission.WizardPage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages 2 and 3 of the wizard: configuration and test information. */
@Controller
@RequestMapping("/submissions/{id}")
class WizardPages {

    private final Wizard wizard;
    private final Conflicts conflicts;
    private final WizardAnswers answers;
    private final SaveConfiguration saveConfiguration;
    private final SaveTestInformation saveTestInformation;

    WizardPages(
            Wizard wizard,
            WizardAnswers answers,
            SaveConfiguration saveConfiguration,
            SaveTestInformation saveTestInformation,
            Conflicts conflicts) {
        this.conflicts = conflicts;
        this.wizard = wizard;
        this.answers = answers;
        this.saveConfiguration = saveConfiguration;
        this.saveTestInformation = saveTestInformation;
    }

    @GetMapping("/configuration")
    ModelAndView configuration(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String row, Caller caller) {
        return answers.show(wizard.read(id, caller), WizardPage.CONFIGURATION, caller, row);
    }

    @PostMapping("/configuration")
    ModelAndView saveConfiguration(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> inputs,
            @RequestHeader(name = "X-Autosave", required = false) @Nullable String autosave,
            Caller caller,
            RedirectAttributes next) {
        var save = WizardSave.of(inputs, autosave != null);
        return save(WizardPage.CONFIGURATION, wizard.read(id, caller), save, caller, next, saveConfiguration::save);
    }

    @GetMapping("/test-information")
    ModelAndView testInformation(@PathVariable UUID id, Caller caller) {
        return answers.show(wizard.read(id, caller), WizardPage.TEST_INFORMATION, caller, null);
    }

    @PostMapping("/test-information")
    ModelAndView saveTestInformation(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> inputs,
            @RequestHeader(name = "X-Autosave", required = false) @Nullable String autosave,
            Caller caller,
            RedirectAttributes next) {
        var save = WizardSave.of(inputs, autosave != null);
        return save(
                WizardPage.TEST_INFORMATION, wizard.read(id, caller), save, caller, next, saveTestInformation::save);
    }

    private ModelAndView save(
            WizardPage page,
            Submission submission,
            WizardSave save,
            Caller caller,
            RedirectAttributes next,
            Saving saving) {
        var document = UpdateForms.whole(submission, page, PageForm.document(page, save.fields()));
        var outcome = conflicts.save(
                submission,
                page,
                document,
                save,
                (revision, whole) -> saving.save(caller, submission.id(), revision, whole));
        return answers.answer(outcome, submission, page, document, save, caller, next);
    }

    /** Saves one page of a submission. */
    private interface Saving {

        SaveOutcome save(Caller caller, SubmissionId submission, long revision, ObjectNode document);
    }
}
