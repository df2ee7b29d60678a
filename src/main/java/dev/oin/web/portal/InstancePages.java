package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Problem;
import dev.oin.sandbox.ChangeInstance;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.RevealClientSecret;
import dev.oin.submission.Submission;
import dev.oin.submission.WizardPage;
import dev.oin.vault.Vault;
import dev.oin.web.frame.Flash;
import dev.oin.web.frame.ShownOnce;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages of one instance: editing it, its client secret, and what a costly change would cost before it is made (testing-rules 3). */
@Controller
@RequestMapping("/submissions/{id}/instances/{instance}")
class InstancePages {

    private final Wizard wizard;
    private final Instances instances;
    private final ChangeInstance change;
    private final RevealClientSecret secrets;
    private final InstallationForms forms;
    private final InstanceEffects effects;
    private final Vault vault;

    InstancePages(
            Wizard wizard,
            Instances instances,
            ChangeInstance change,
            RevealClientSecret secrets,
            InstallationForms forms,
            InstanceEffects effects,
            Vault vault) {
        this.wizard = wizard;
        this.instances = instances;
        this.change = change;
        this.secrets = secrets;
        this.forms = forms;
        this.effects = effects;
        this.vault = vault;
    }

    @GetMapping("/edit")
    ModelAndView edit(@PathVariable UUID id, @PathVariable UUID instance, Caller caller) {
        var found = own(id, instance, caller);
        return form(wizard.read(id, caller), found, found.variables(), found.label(), List.of());
    }

    @PostMapping("/edit")
    ModelAndView save(
            @PathVariable UUID id,
            @PathVariable UUID instance,
            @RequestParam Map<String, String> inputs,
            Caller caller,
            RedirectAttributes next) {
        var found = own(id, instance, caller);
        var label = inputs.getOrDefault("label", "");
        var values = GenerateInstancePage.values(inputs);
        var outcome = values.equals(found.variables())
                ? new ChangeInstance.Outcome.Changed(found)
                : change.changeVariables(found.id(), found.organization(), values);
        if (outcome instanceof ChangeInstance.Outcome.Changed && !label.strip().equals(found.label())) {
            outcome = change.relabel(found.id(), found.organization(), label);
        }
        return switch (outcome) {
            case ChangeInstance.Outcome.Changed(var changed) -> {
                next.addFlashAttribute(Flash.NAME, Flash.done("Saved: " + changed.label()));
                yield new ModelAndView("redirect:" + InstancePages.back(id, found));
            }
            case ChangeInstance.Outcome.Refused(var problems) ->
                form(wizard.read(id, caller), found, values, label, problems);
            case ChangeInstance.Outcome.Deleted() -> throw new Missing();
            case ChangeInstance.Outcome.Unknown() -> throw new Missing();
        };
    }

    /** Asks before something is lost; where nothing is, the change is a button of its own. */
    @GetMapping("/{action:deactivate|delete|tester-add|tester-remove|logout-on|logout-off}")
    String confirm(
            @PathVariable UUID id,
            @PathVariable UUID instance,
            @PathVariable String action,
            Caller caller,
            Model model) {
        var submission = wizard.read(id, caller);
        var found = own(id, instance, caller);
        var question = question(action, submission, found);
        model.addAttribute("name", submission.displayName());
        model.addAttribute("question", question.title());
        model.addAttribute("effect", question.effect());
        model.addAttribute("verb", question.verb());
        model.addAttribute("action", "/submissions/%s/instances/%s/%s".formatted(id, instance, action));
        model.addAttribute("back", back(id, found));
        model.addAttribute("crumbs", WizardAnswers.crumbsBelowTest(submission, question.verb()));
        return "isv/confirm-instance";
    }

    @PostMapping("/client-secret")
    String reveal(@PathVariable UUID id, @PathVariable UUID instance, Caller caller, RedirectAttributes next) {
        var found = own(id, instance, caller);
        var secret = secrets.reveal(found, caller.account());
        secret.ifPresentOrElse(
                kept -> next.addFlashAttribute("clientSecret", ShownOnce.of(kept.reveal(), vault)),
                () -> next.addFlashAttribute(
                        Flash.NAME, Flash.refused("The secret was not kept. Generate another instance to get one.")));
        return "redirect:/submissions/%s/%s".formatted(id, WizardPage.TESTING.path());
    }

    private record Question(String title, String effect, String verb) {}

    private Question question(String action, Submission submission, Instance instance) {
        var name = "\"" + instance.label() + "\"";
        return switch (action) {
            case "deactivate" ->
                new Question("Deactivate " + name, effects.ofDeactivation(submission, instance), "Deactivate");
            case "delete" -> new Question("Delete " + name, effects.ofDeletion(instance), "Delete instance");
            case "tester-remove" ->
                new Question("Remove " + name + " from the tester", effects.ofRemoval(instance), "Remove from Tester");
            case "tester-add" ->
                new Question(
                        "Put " + name + " into the tester",
                        effects.ofAdding(submission, instance).orElse("Its cases can be run then."),
                        "Add to Tester");
            case "logout-on" -> new Question("Turn on logout for " + name, effects.ofEdit(instance), "Turn on logout");
            default -> new Question("Turn off logout for " + name, effects.ofEdit(instance), "Turn off logout");
        };
    }

    private ModelAndView form(
            Submission submission,
            Instance instance,
            Map<String, String> values,
            String label,
            List<Problem> problems) {
        var page = new ModelAndView("isv/generate-instance")
                .addObject("form", forms.of(submission, instance, effects.ofEdit(instance), values, label, problems))
                .addObject("then", "")
                .addObject("crumbs", WizardAnswers.crumbsBelowTest(submission, "Edit instance"));
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }

    private Instance own(UUID submission, UUID instance, Caller caller) {
        var read = wizard.read(submission, caller);
        if (!caller.isMemberOf(read.organization()) || !caller.mayTestAndSubmit()) {
            throw new NotAllowed();
        }
        return Optional.ofNullable(caller.organization())
                .flatMap(owner -> instances.find(new InstanceId(instance), owner))
                .filter(found -> Objects.equals(found.integration(), read.integration()))
                .orElseThrow(Missing::new);
    }

    private static String back(UUID id, Instance instance) {
        return "/submissions/%s/%s#instance-%s".formatted(id, WizardPage.TESTING.path(), instance.id());
    }
}
