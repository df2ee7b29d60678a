package dev.oin.web.portal;

import dev.oin.account.AccountAnswer;
import dev.oin.web.frame.Flash;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A form behind a one-time link in a mail: shown again while it is refused, followed by the sign-in page when it is done.
 *
 * @param path the link's own address
 * @param email whom the link was sent to
 */
record BehindLink(String path, String email, String view) {

    String show(Model model) {
        model.addAttribute("path", path);
        model.addAttribute("email", email);
        return view;
    }

    String follow(AccountAnswer answer, String done, Model model, RedirectAttributes next) {
        return switch (answer) {
            case AccountAnswer.Done(var account) -> {
                next.addFlashAttribute(Flash.NAME, Flash.done(done));
                next.addAttribute("email", email);
                yield "redirect:/sign-in";
            }
            case AccountAnswer.Refused(var reason) -> {
                model.addAttribute("refused", reason);
                yield show(model);
            }
        };
    }
}
