package dev.oin.web.portal;

import dev.oin.account.Invitations;
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
        return behind(text, model).show(model);
    }

    @PostMapping
    String accept(
            @PathVariable String text,
            @RequestParam String name,
            @RequestParam String password,
            Model model,
            RedirectAttributes next) {
        var behind = behind(text, model);
        model.addAttribute("name", name);
        return behind.follow(
                invitations.accept(text, name, password),
                "Your account is ready. Sign in with your new password.",
                model,
                next);
    }

    private BehindLink behind(String text, Model model) {
        var invitation = invitations.find(text).orElseThrow(Ended::new);
        model.addAttribute("reason", "You are invited as");
        return new BehindLink("/invitations/" + text, invitation.email(), "portal/invitation");
    }
}
