package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.sandbox.ChangeInstance;
import dev.oin.sandbox.ChangeInstance.Outcome;
import dev.oin.sandbox.ImportSafeguards;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.scim.AdministerPeople;
import dev.oin.sandbox.scim.Admission;
import dev.oin.sandbox.scim.TryCredentials;
import dev.oin.submission.WizardPage;
import dev.oin.web.frame.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The Provisioning tab of an instance: its credentials, how they are tried, and what is exchanged (testing-rules 1, SCIM output). */
@Controller
class ProvisioningPage {

    private static final String INSTANCE = "/submissions/{id}/instances/{instance}";

    private final Wizard wizard;
    private final ProvisionedInstances provisioned;
    private final ChangeInstance change;
    private final TryCredentials trial;
    private final ProvisioningViews views;
    private final ImportSafeguards safeguards;
    private final AdministerPeople administer;
    private final AppsTold apps;

    ProvisioningPage(
            Wizard wizard,
            ProvisionedInstances provisioned,
            ChangeInstance change,
            TryCredentials trial,
            ProvisioningViews views,
            ImportSafeguards safeguards,
            AdministerPeople administer,
            AppsTold apps) {
        this.wizard = wizard;
        this.provisioned = provisioned;
        this.change = change;
        this.trial = trial;
        this.views = views;
        this.safeguards = safeguards;
        this.administer = administer;
        this.apps = apps;
    }

    @GetMapping(INSTANCE + "/provisioning")
    String show(@PathVariable UUID id, @PathVariable UUID instance, Caller caller, Model model) {
        var submission = wizard.read(id, caller);
        var found = provisioned.own(submission, instance, caller);
        model.addAttribute("page", views.of(submission, found));
        model.addAttribute("crumbs", WizardAnswers.crumbsBelowTest(submission, "Provisioning"));
        return "isv/provisioning";
    }

    /** Saves a token that the server accepts, and no other (manual plan C9340). */
    @PostMapping(INSTANCE + "/scim")
    String save(
            @PathVariable UUID id,
            @PathVariable UUID instance,
            @RequestParam String token,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String from,
            Caller caller,
            RedirectAttributes next) {
        var submission = wizard.read(id, caller);
        var found = provisioned.own(submission, instance, caller);
        var answer = save(id, found, token, action.equals("test"), next);
        return from.equals("testing")
                ? "redirect:" + Wizard.path(submission, WizardPage.TESTING) + "#instances"
                : answer;
    }

    private String save(UUID id, Instance found, String token, boolean tryOnly, RedirectAttributes next) {
        if (found.held() || token.isBlank()) {
            return answer(id, found, change.connectScim(found.id(), found.organization(), null, token), "", next);
        }
        var admission = trial.of(found, token);
        if (!(admission instanceof Admission.Granted)) {
            return ProvisioningViews.back(id, found, Flash.refused("Not saved. " + admission.words()), next);
        }
        return tryOnly
                ? ProvisioningViews.back(
                        id,
                        found,
                        Flash.done(admission.words() + " It is not saved yet: enter it again and save it."),
                        next)
                : answer(
                        id,
                        found,
                        change.connectScim(found.id(), found.organization(), null, token),
                        "Saved. " + admission.words(),
                        next);
    }

    @PostMapping(INSTANCE + "/provisioning/test")
    String test(@PathVariable UUID id, @PathVariable UUID instance, Caller caller, RedirectAttributes next) {
        var found = provisioned.own(wizard.read(id, caller), instance, caller);
        var admission = trial.of(found);
        return ProvisioningViews.back(
                id,
                found,
                admission instanceof Admission.Granted
                        ? Flash.done(admission.words())
                        : Flash.refused(admission.words()),
                next);
    }

    @PostMapping(INSTANCE + "/provisioning/disconnect")
    String disconnect(@PathVariable UUID id, @PathVariable UUID instance, Caller caller, RedirectAttributes next) {
        var found = provisioned.own(wizard.read(id, caller), instance, caller);
        return answer(
                id,
                found,
                change.disconnectScim(found.id(), found.organization()),
                "Disconnected: the app is told nothing any more.",
                next);
    }

    /** People who were assigned before the app was connected are told now. */
    @PostMapping(INSTANCE + "/provisioning/people")
    String tellAll(@PathVariable UUID id, @PathVariable UUID instance, Caller caller, RedirectAttributes next) {
        var found = provisioned.own(wizard.read(id, caller), instance, caller);
        var told = administer.tellAll(found.id(), found.organization());
        return ProvisioningViews.back(
                id,
                found,
                told == 0
                        ? Flash.refused("Nobody to tell of: connect the app, and assign people to the instance.")
                        : apps.done(
                                "The app is told of %d %s. Its answers are in the sandbox, under Provisioning."
                                        .formatted(told, told == 1 ? "person" : "people"),
                                found.organization()),
                next);
    }

    /** How many percent of the assigned people an import may unassign. */
    @PostMapping(INSTANCE + "/provisioning/safeguard")
    String safeguard(
            @PathVariable UUID id,
            @PathVariable UUID instance,
            @RequestParam int percent,
            Caller caller,
            RedirectAttributes next) {
        var found = provisioned.own(wizard.read(id, caller), instance, caller);
        return ProvisioningViews.back(
                id,
                found,
                safeguards.set(found.id(), percent, found.organization())
                        ? Flash.done("Saved: an import stops at more than %d %% unassigned.".formatted(percent))
                        : Flash.refused("Not changed: enter 0 to 100; a held instance cannot be changed."),
                next);
    }

    private String answer(UUID id, Instance instance, Outcome outcome, String done, RedirectAttributes next) {
        return switch (outcome) {
            case Outcome.Changed(var changed) -> ProvisioningViews.back(id, instance, Flash.done(done), next);
            case Outcome.Refused(var problems) ->
                ProvisioningViews.back(
                        id, instance, Flash.refused(problems.getFirst().message()), next);
            case Outcome.Deleted() -> throw new Missing();
            case Outcome.Unknown() -> throw new Missing();
        };
    }
}
