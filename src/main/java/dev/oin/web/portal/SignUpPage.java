package dev.oin.web.portal;

import dev.oin.account.SignUp;
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
        return behind(text, model).show(model);
    }

    @PostMapping("/{text}")
    String complete(
            @PathVariable String text,
            @RequestParam String name,
            @RequestParam String password,
            Model model,
            RedirectAttributes next) {
        var behind = behind(text, model);
        model.addAttribute("name", name);
        return behind.follow(
                signUp.complete(text, name, password), "Your organization is ready. Sign in.", model, next);
    }

    private BehindLink behind(String text, Model model) {
        var link = signUp.find(text).orElseThrow(Ended::new);
        model.addAttribute("reason", "You sign up " + link.company() + " as");
        return new BehindLink("/sign-up/" + text, link.email(), "portal/invitation");
    }
}
