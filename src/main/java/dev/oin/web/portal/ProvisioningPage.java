package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.ChangeInstance;
import dev.oin.sandbox.ChangeInstance.Outcome;
import dev.oin.sandbox.ImportSafeguards;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.scim.AdministerPeople;
import dev.oin.sandbox.scim.Admission;
import dev.oin.sandbox.scim.AuthorizeScim;
import dev.oin.sandbox.scim.TryCredentials;
import dev.oin.submission.Submission;
import dev.oin.vault.Vault;
import dev.oin.web.frame.Flash;
import dev.oin.web.frame.ShownOnce;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private static final String PENDING = "scimAuthorization";

    private final Wizard wizard;
    private final Instances instances;
    private final ChangeInstance change;
    private final AuthorizeScim authorize;
    private final TryCredentials trial;
    private final ProvisioningViews views;
    private final ImportSafeguards safeguards;
    private final AdministerPeople administer;
    private final Vault vault;

    ProvisioningPage(
            Wizard wizard,
            Instances instances,
            ChangeInstance change,
            AuthorizeScim authorize,
            TryCredentials trial,
            ProvisioningViews views,
            ImportSafeguards safeguards,
            AdministerPeople administer,
            Vault vault) {
        this.wizard = wizard;
        this.instances = instances;
        this.change = change;
        this.authorize = authorize;
        this.trial = trial;
        this.views = views;
        this.safeguards = safeguards;
        this.administer = administer;
        this.vault = vault;
    }

    @GetMapping(INSTANCE + "/provisioning")
    String show(@PathVariable UUID id, @PathVariable UUID instance, Caller caller, Model model) {
        var submission = wizard.read(id, caller);
        var found = own(submission, instance, caller);
        model.addAttribute("page", views.of(submission, found));
        model.addAttribute("crumbs", WizardAnswers.crumbs(submission));
        return "isv/provisioning";
    }

    /** Saves a token that the server accepts, and no other (manual plan C9340). */
    @PostMapping(INSTANCE + "/scim")
    String save(
            @PathVariable UUID id,
            @PathVariable UUID instance,
            @RequestParam String token,
            @RequestParam(defaultValue = "") String action,
            Caller caller,
            RedirectAttributes next) {
        var found = own(wizard.read(id, caller), instance, caller);
        if (found.held() || token.isBlank()) {
            return answer(id, found, change.connectScim(found.id(), found.organization(), null, token), "", next);
        }
        var admission = trial.of(found, token);
        if (!(admission instanceof Admission.Granted)) {
            return back(id, found, Flash.refused("Not saved. " + admission.words()), next);
        }
        return action.equals("test")
                ? back(id, found, Flash.done(admission.words() + " It is not saved yet."), next)
                : answer(
                        id,
                        found,
                        change.connectScim(found.id(), found.organization(), null, token),
                        "Saved. " + admission.words(),
                        next);
    }

    @PostMapping(INSTANCE + "/provisioning/test")
    String test(@PathVariable UUID id, @PathVariable UUID instance, Caller caller, RedirectAttributes next) {
        var found = own(wizard.read(id, caller), instance, caller);
        var admission = trial.of(found);
        return back(
                id,
                found,
                admission instanceof Admission.Granted
                        ? Flash.done(admission.words())
                        : Flash.refused(admission.words()),
                next);
    }

    @PostMapping(INSTANCE + "/provisioning/authorize")
    String authorize(
            @PathVariable UUID id,
            @PathVariable UUID instance,
            Caller caller,
            HttpSession session,
            RedirectAttributes next) {
        var found = own(wizard.read(id, caller), instance, caller);
        if (found.held()) {
            return back(
                    id, found, Flash.refused("The OIN team works with this instance; it cannot be changed now."), next);
        }
        return switch (authorize.begin(found, caller.account())) {
            case AuthorizeScim.Begin.Begun(var page, var pending) -> {
                session.setAttribute(PENDING, pending);
                next.addFlashAttribute("authorizeAt", ShownOnce.of(page.toString(), vault));
                yield "redirect:" + ProvisioningViews.path(id, found);
            }
            case AuthorizeScim.Begin.NotPossible(var reason) -> back(id, found, Flash.refused(reason), next);
        };
    }

    @PostMapping(INSTANCE + "/provisioning/disconnect")
    String disconnect(@PathVariable UUID id, @PathVariable UUID instance, Caller caller, RedirectAttributes next) {
        var found = own(wizard.read(id, caller), instance, caller);
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
        var found = own(wizard.read(id, caller), instance, caller);
        var told = administer.tellAll(found.id(), found.organization());
        return back(
                id,
                found,
                told == 0
                        ? Flash.refused("Nobody to tell of: connect the app, and assign people to the instance.")
                        : Flash.done(
                                "The app was told of %d %s. What it answered is listed in the sandbox, under Provisioning."
                                        .formatted(told, told == 1 ? "person" : "people")),
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
        var found = own(wizard.read(id, caller), instance, caller);
        return back(
                id,
                found,
                safeguards.set(found.id(), percent, found.organization())
                        ? Flash.done("Saved: an import stops at more than %d %% unassigned.".formatted(percent))
                        : Flash.refused("Not changed: enter 0 to 100; a held instance cannot be changed."),
                next);
    }

    /** Where apps send people back to (RFC 6749, section 4.1.2); what was begun is used up, whatever comes of it. */
    @GetMapping(AuthorizeScim.CALLBACK)
    String callback(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(name = "error_description", required = false) @Nullable String description,
            Caller caller,
            HttpSession session,
            RedirectAttributes next) {
        var owner = caller.organization();
        if (owner == null) {
            throw new Missing();
        }
        if (!caller.mayTestAndSubmit()) {
            throw new NotAllowed();
        }
        var pending = session.getAttribute(PENDING);
        var sealed = pending instanceof String text ? text : null;
        var answer = new AuthorizeScim.Answer(state, code, error, description);
        return switch (authorize.end(sealed, answer, caller.account(), owner)) {
            case AuthorizeScim.End.Connected(var connected) -> {
                session.removeAttribute(PENDING);
                yield connected(connected, next);
            }
            case AuthorizeScim.End.Refused(var instance, var submission, var reason) -> {
                session.removeAttribute(PENDING);
                next.addFlashAttribute(Flash.NAME, Flash.refused("Not connected. " + reason));
                yield "redirect:" + ProvisioningViews.path(submission.value(), instance);
            }
            case AuthorizeScim.End.NotOurs() -> {
                next.addFlashAttribute(
                        Flash.NAME,
                        Flash.refused(
                                "Nothing was connected: the app's answer does not belong to what was begun in this browser. Begin again on the instance's Provisioning page."));
                yield "redirect:/";
            }
        };
    }

    private String connected(Instance instance, RedirectAttributes next) {
        var admission = trial.of(instance);
        var words = "Connected with %s. ".formatted(instance.app().name()) + admission.words();
        return back(
                instance.submission().value(),
                instance,
                admission instanceof Admission.Granted ? Flash.done(words) : Flash.refused(words),
                next);
    }

    private String answer(UUID id, Instance instance, Outcome outcome, String done, RedirectAttributes next) {
        return switch (outcome) {
            case Outcome.Changed(var changed) -> back(id, instance, Flash.done(done), next);
            case Outcome.Refused(var problems) ->
                back(id, instance, Flash.refused(problems.getFirst().message()), next);
            case Outcome.Deleted() -> throw new Missing();
            case Outcome.Unknown() -> throw new Missing();
        };
    }

    private Instance own(Submission submission, UUID instance, Caller caller) {
        if (!caller.isMemberOf(submission.organization()) || !caller.mayTestAndSubmit()) {
            throw new NotAllowed();
        }
        return Optional.of(submission.organization())
                .flatMap(owner -> instances.find(new InstanceId(instance), owner))
                .filter(found -> found.integration().equals(submission.integration())
                        && found.app().scim() != null)
                .orElseThrow(Missing::new);
    }

    private static String back(UUID id, Instance instance, Flash flash, RedirectAttributes next) {
        next.addFlashAttribute(Flash.NAME, flash);
        return "redirect:" + ProvisioningViews.path(id, instance);
    }
}
