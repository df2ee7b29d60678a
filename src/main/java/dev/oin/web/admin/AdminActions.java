package dev.oin.web.admin;

import dev.oin.account.AccountAnswer;
import dev.oin.account.ApiTokens;
import dev.oin.account.Caller;
import dev.oin.account.OpenInvitations;
import dev.oin.account.TakeInOrganization;
import dev.oin.account.TokenId;
import dev.oin.account.TokenScope;
import dev.oin.web.frame.Flash;
import dev.oin.web.frame.TokenDesk;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What administrators do about organisations, invitations and tokens. */
@Controller
@RequestMapping("/admin")
class AdminActions {

    private final TakeInOrganization organizations;
    private final OpenInvitations invitations;
    private final ApiTokens tokens;
    private final TokenDesk desk;

    AdminActions(TakeInOrganization organizations, OpenInvitations invitations, ApiTokens tokens, TokenDesk desk) {
        this.organizations = organizations;
        this.invitations = invitations;
        this.tokens = tokens;
        this.desk = desk;
    }

    /** What was typed, kept for the next try. */
    record Typed(String name, String slug, String domains, String email, String refused) implements Serializable {}

    @PostMapping("/organizations")
    String takeIn(
            @RequestParam String name,
            @RequestParam String slug,
            @RequestParam String domains,
            @RequestParam String email,
            Caller caller,
            RedirectAttributes next) {
        switch (organizations.takeIn(caller, slug.strip(), name, words(domains), email)) {
            case AccountAnswer.Done(var by) ->
                next.addFlashAttribute(
                        Flash.NAME, Flash.done("Organization created; invitation sent to " + email.strip() + "."));
            case AccountAnswer.Refused(var reason) ->
                next.addFlashAttribute("typed", new Typed(name, slug, domains, email, reason));
        }
        return "redirect:/admin#organizations";
    }

    @PostMapping("/invitations/{id}/revoke")
    String revokeInvitation(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        return after(invitations.revoke(caller, id), "Invitation revoked. Its link works no more.", "staff", next);
    }

    @PostMapping("/tokens")
    String makeToken(
            @RequestParam String name,
            @RequestParam TokenScope scope,
            @RequestParam int days,
            Caller caller,
            RedirectAttributes next) {
        desk.make(caller, name, scope, days, next);
        return "redirect:/admin#tokens";
    }

    @PostMapping("/tokens/{id}/revoke")
    String revokeToken(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        return after(tokens.revoke(caller, new TokenId(id)), "Token revoked.", "tokens", next);
    }

    private static String after(boolean found, String done, String part, RedirectAttributes next) {
        if (!found) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        next.addFlashAttribute(Flash.NAME, Flash.done(done));
        return "redirect:/admin#" + part;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
