package dev.oin.web.review;

import dev.oin.account.Caller;
import dev.oin.review.ReasonTexts;
import dev.oin.web.frame.Crumb;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /review/reasons}: the texts that reviewers use again; leads keep them. */
@Controller
class ReasonsPage {

    private final ReasonTexts texts;

    ReasonsPage(ReasonTexts texts) {
        this.texts = texts;
    }

    @GetMapping("/review/reasons")
    String reasons(Caller caller, Model model) {
        model.addAttribute("texts", texts.all());
        model.addAttribute("lead", caller.isLead());
        model.addAttribute("crumbs", Crumb.trail("Queue", "/review", "Reason texts"));
        return "review/reasons";
    }

    @PostMapping("/review/reasons")
    String add(
            Caller caller,
            @RequestParam String check,
            @RequestParam String label,
            @RequestParam String text,
            RedirectAttributes flash) {
        return DeskRedirect.to("/review/reasons", texts.add(check, label, text, caller), "The text was added.", flash);
    }

    @PostMapping("/review/reasons/{id}")
    String change(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam String label,
            @RequestParam String text,
            @RequestParam(defaultValue = "false") boolean drop,
            RedirectAttributes flash) {
        return drop
                ? DeskRedirect.to("/review/reasons", texts.drop(id, caller), "The text was deleted.", flash)
                : DeskRedirect.to(
                        "/review/reasons#reason-" + id,
                        texts.change(id, label, text, caller),
                        "The text was saved.",
                        flash);
    }
}
