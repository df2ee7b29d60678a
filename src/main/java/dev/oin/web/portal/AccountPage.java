package dev.oin.web.portal;

import dev.oin.account.AccountAnswer;
import dev.oin.account.Caller;
import dev.oin.account.OwnAccount;
import dev.oin.web.frame.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reader's own account: the password, and the browsers that are signed in. */
@Controller
@RequestMapping("/account")
class AccountPage {

    private static final String VIEW = "portal/account";

    private final OwnAccount own;

    AccountPage(OwnAccount own) {
        this.own = own;
    }

    @GetMapping
    String show(Caller caller, HttpSession session, Model model) {
        model.addAttribute("hasPassword", own.hasPassword(caller));
        model.addAttribute("sessions", own.sessions(caller, session.getId()));
        return VIEW;
    }

    @PostMapping("/password")
    String changePassword(
            @RequestParam String current,
            @RequestParam String password,
            Caller caller,
            HttpServletRequest request,
            HttpSession session,
            Model model,
            RedirectAttributes next) {
        return switch (own.changePassword(caller, current, password, session.getId(), request.getRemoteAddr())) {
            case AccountAnswer.Done(var account) -> {
                next.addFlashAttribute(Flash.NAME, Flash.done("Password changed. Other browsers are signed out."));
                yield "redirect:/account";
            }
            case AccountAnswer.Refused(var reason) -> {
                model.addAttribute("refused", reason);
                yield show(caller, session, model);
            }
        };
    }

    @PostMapping("/sessions/{id}/end")
    String end(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        if (!own.end(caller, id)) {
            throw new Missing();
        }
        next.addFlashAttribute(Flash.NAME, Flash.done("Signed out there."));
        return "redirect:/account#sessions";
    }

    @PostMapping("/sessions/end")
    String endAll(Caller caller, HttpSession session) {
        own.endAll(caller);
        session.invalidate();
        return "redirect:/";
    }
}
