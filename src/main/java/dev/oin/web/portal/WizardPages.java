package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.submission.PageForm;
import dev.oin.submission.SaveConfiguration;
import dev.oin.submission.SaveTestInformation;
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
        var submission = wizard.read(id, caller);
        var document = UpdateForms.whole(
                submission, WizardPage.CONFIGURATION, PageForm.document(WizardPage.CONFIGURATION, save.fields()));
        return answers.answer(
                conflicts.save(
                        submission,
                        WizardPage.CONFIGURATION,
                        document,
                        save,
                        (revision, whole) -> saveConfiguration.save(caller, submission.id(), revision, whole)),
                submission,
                WizardPage.CONFIGURATION,
                document,
                save,
                caller,
                next);
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
        var submission = wizard.read(id, caller);
        var document = UpdateForms.whole(
                submission, WizardPage.TEST_INFORMATION, PageForm.document(WizardPage.TEST_INFORMATION, save.fields()));
        return answers.answer(
                conflicts.save(
                        submission,
                        WizardPage.TEST_INFORMATION,
                        document,
                        save,
                        (revision, whole) -> saveTestInformation.save(caller, submission.id(), revision, whole)),
                submission,
                WizardPage.TEST_INFORMATION,
                document,
                save,
                caller,
                next);
    }
}
