package dev.oin.web.portal;

import dev.oin.account.ResetPassword;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody who forgot the password gets a link, and chooses a new one behind it. */
@Controller
@RequestMapping("/reset")
class ResetPage {

    private static final String VIEW = "portal/reset";

    private final ResetPassword reset;

    ResetPage(ResetPassword reset) {
        this.reset = reset;
    }

    @GetMapping
    String show() {
        return VIEW;
    }

    @PostMapping
    String request(@RequestParam String email, HttpServletRequest request, Model model, RedirectAttributes next) {
        var fault = reset.request(email, request.getRemoteAddr());
        if (fault.isPresent()) {
            model.addAttribute("fault", fault.get());
            model.addAttribute("email", email);
            return VIEW;
        }
        next.addFlashAttribute("sentTo", email.strip());
        return "redirect:/reset";
    }

    @GetMapping("/{text}")
    String choose(@PathVariable String text, Model model) {
        return behind(text).show(model);
    }

    @PostMapping("/{text}")
    String complete(@PathVariable String text, @RequestParam String password, Model model, RedirectAttributes next) {
        return behind(text)
                .follow(
                        reset.complete(text, password),
                        "New password set; you are signed out everywhere.",
                        model,
                        next);
    }

    private BehindLink behind(String text) {
        var link = reset.find(text).orElseThrow(Ended::new);
        return new BehindLink("/reset/" + text, link.email(), "portal/new-password");
    }
}
