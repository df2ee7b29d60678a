package dev.oin.web.portal;

import dev.oin.account.AccountAnswer;
import dev.oin.account.OneTimeLink;
import dev.oin.account.SignUp;
import dev.oin.web.frame.Flash;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a company signs itself up. */
@Controller
@RequestMapping("/sign-up")
class SignUpPage {

    private static final String VIEW = "portal/sign-up";

    private final SignUp signUp;

    SignUpPage(SignUp signUp) {
        this.signUp = signUp;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("faults", Map.of());
        return VIEW;
    }

    @PostMapping
    String request(
            @RequestParam String email,
            @RequestParam String company,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        var faults = signUp.request(email, company, request.getRemoteAddr());
        if (!faults.isEmpty()) {
            model.addAttribute("faults", faults);
            model.addAttribute("email", email);
            model.addAttribute("company", company);
            return VIEW;
        }
        next.addFlashAttribute("sentTo", email.strip());
        return "redirect:/sign-up";
    }

    @GetMapping("/{text}")
    String confirm(@PathVariable String text, Model model) {
        return fill(text, model);
    }

    @PostMapping("/{text}")
    String complete(
            @PathVariable String text,
            @RequestParam String name,
            @RequestParam String password,
            Model model,
            RedirectAttributes next) {
        var email = open(text).email();
        return switch (signUp.complete(text, name, password)) {
            case AccountAnswer.Done(var account) -> {
                next.addFlashAttribute(Flash.NAME, Flash.done("Your organization is ready. Sign in."));
                next.addAttribute("email", email);
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
        var link = open(text);
        model.addAttribute("path", "/sign-up/" + text);
        model.addAttribute("email", link.email());
        model.addAttribute("reason", "You sign up " + link.company() + " as");
        return "portal/invitation";
    }

    private OneTimeLink open(String text) {
        return signUp.find(text).orElseThrow(Ended::new);
    }
}
