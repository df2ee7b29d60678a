package dev.oin.web.mails;

import dev.oin.account.Caller;
import dev.oin.review.MailChoices;
import dev.oin.web.frame.Crumb;
import dev.oin.web.frame.Flash;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people choose which mails they want. */
@Controller
@RequestMapping("/notifications/mails")
class MailChoicesPage {

    private final MailChoices choices;

    MailChoicesPage(MailChoices choices) {
        this.choices = choices;
    }

    /** A mail to choose. */
    record Choice(String code, String words, boolean wanted) {}

    @GetMapping
    String show(Caller caller, Model model) {
        var declined = choices.declined(caller.account());
        model.addAttribute(
                "choices",
                choosable(caller).entrySet().stream()
                        .map(mail -> new Choice(mail.getKey(), mail.getValue(), !declined.contains(mail.getKey())))
                        .toList());
        model.addAttribute("team", caller.isStaff());
        model.addAttribute("crumbs", Crumb.trail("Notifications", "/notifications", "Your mails"));
        return "mails/choices";
    }

    @PostMapping
    String choose(
            @RequestParam(required = false) @Nullable Set<String> wanted, Caller caller, RedirectAttributes next) {
        choices.choose(caller.account(), choosable(caller).keySet(), wanted == null ? Set.of() : wanted);
        next.addFlashAttribute(Flash.NAME, Flash.done("Saved."));
        return "redirect:/notifications/mails";
    }

    private static Map<String, String> choosable(Caller caller) {
        return caller.isStaff() ? MailChoices.ofTeam() : MailChoices.ofMembers();
    }
}
