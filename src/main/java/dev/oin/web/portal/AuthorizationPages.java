package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.scim.Admission;
import dev.oin.sandbox.scim.AuthorizeScim;
import dev.oin.sandbox.scim.TryCredentials;
import dev.oin.vault.Vault;
import dev.oin.web.frame.Flash;
import dev.oin.web.frame.ShownOnce;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Authenticate with {app}": the way to the app's authorization server and back. What was begun lies sealed in the browser session. */
@Controller
class AuthorizationPages {

    private static final String PENDING = "scimAuthorization";

    private final Wizard wizard;
    private final ProvisionedInstances provisioned;
    private final AuthorizeScim authorize;
    private final TryCredentials trial;
    private final Vault vault;

    AuthorizationPages(
            Wizard wizard,
            ProvisionedInstances provisioned,
            AuthorizeScim authorize,
            TryCredentials trial,
            Vault vault) {
        this.wizard = wizard;
        this.provisioned = provisioned;
        this.authorize = authorize;
        this.trial = trial;
        this.vault = vault;
    }

    @PostMapping("/submissions/{id}/instances/{instance}/provisioning/authorize")
    String authorize(
            @PathVariable UUID id,
            @PathVariable UUID instance,
            Caller caller,
            HttpSession session,
            RedirectAttributes next) {
        var found = provisioned.own(wizard.read(id, caller), instance, caller);
        if (found.held()) {
            return ProvisioningViews.back(
                    id, found, Flash.refused("The OIN team works with this instance; it cannot be changed now."), next);
        }
        return switch (authorize.begin(found, caller.account())) {
            case AuthorizeScim.Begin.Begun(var page, var pending) -> {
                session.setAttribute(PENDING, pending);
                next.addFlashAttribute("authorizeAt", ShownOnce.of(page.toString(), vault));
                yield "redirect:" + ProvisioningViews.path(id, found);
            }
            case AuthorizeScim.Begin.NotPossible(var reason) ->
                ProvisioningViews.back(id, found, Flash.refused(reason), next);
        };
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
        return ProvisioningViews.back(
                instance.submission().value(),
                instance,
                admission instanceof Admission.Granted ? Flash.done(words) : Flash.refused(words),
                next);
    }
}
