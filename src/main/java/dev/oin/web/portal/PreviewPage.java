package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.submission.PageForm;
import dev.oin.submission.WizardPage;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the expressions of page 2 come to while they are typed; saves nothing. */
@Controller
@RequestMapping("/submissions/{id}/configuration/preview")
class PreviewPage {

    private final Wizard wizard;
    private final WizardForms forms;

    PreviewPage(Wizard wizard, WizardForms forms) {
        this.wizard = wizard;
        this.forms = forms;
    }

    @PostMapping
    ModelAndView preview(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> inputs, Caller caller) {
        var submission = wizard.read(id, caller);
        var typed = PageForm.document(WizardPage.CONFIGURATION, inputs);
        var form = forms.form(submission, WizardPage.CONFIGURATION, caller, typed, List.of(), null);
        return new ModelAndView("fragments/field :: previews(form=${form}, fields=${fields})")
                .addObject("form", form)
                .addObject("fields", form.all(WizardPage.CONFIGURATION));
    }
}
