package dev.oin.web.portal;

import dev.oin.account.AccountAnswer;
import dev.oin.account.Invitation;
import dev.oin.account.Invitations;
import dev.oin.web.frame.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody who was invited chooses a name and a password. */
@Controller
@RequestMapping("/invitations/{text}")
class InvitationPage {

    private final Invitations invitations;

    InvitationPage(Invitations invitations) {
        this.invitations = invitations;
    }

    @GetMapping
    String show(@PathVariable String text, Model model) {
        return fill(text, model);
    }

    @PostMapping
    String accept(
            @PathVariable String text,
            @RequestParam String name,
            @RequestParam String password,
            Model model,
            RedirectAttributes next) {
        var invitation = open(text);
        return switch (invitations.accept(text, name, password)) {
            case AccountAnswer.Done(var account) -> {
                next.addFlashAttribute(
                        Flash.NAME, Flash.done("Your account is ready. Sign in with your new password."));
                next.addAttribute("email", invitation.email());
                yield "redirect:/sign-in";
            }
            case AccountAnswer.Refused(var reason) -> {
                model.addAttribute("name", name);
                model.addAttribute("refused", reason);
                yield fill(text, model);
            }
        };
    }

    private String fill(String text, Model model) {
        model.addAttribute("path", "/invitations/" + text);
        model.addAttribute("email", open(text).email());
        model.addAttribute("reason", "You are invited as");
        return "portal/invitation";
    }

    private Invitation open(String text) {
        return invitations.find(text).orElseThrow(Ended::new);
    }
}
