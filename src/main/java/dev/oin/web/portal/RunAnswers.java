package dev.oin.web.portal;

import dev.oin.checks.RequestRun;
import dev.oin.web.frame.Flash;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leads on from the wish to run something. */
final class RunAnswers {

    private RunAnswers() {}

    /** To the run where there is one, else back with the reason. */
    static String follow(RequestRun.Answer answer, String back, RedirectAttributes next) {
        return switch (answer) {
            case RequestRun.Answer.Accepted(var run) -> "redirect:/runs/" + run.id();
            case RequestRun.Answer.Refused(var reason) -> refuse(reason, back, next);
            case RequestRun.Answer.NotOffered(var suite) -> refuse(suite.label() + " is not offered yet.", back, next);
            case RequestRun.Answer.Forbidden(var reason) -> refuse(reason, back, next);
            case RequestRun.Answer.NotFound() -> throw new Missing();
        };
    }

    private static String refuse(String reason, String back, RedirectAttributes next) {
        next.addFlashAttribute(Flash.NAME, Flash.refused(reason));
        return "redirect:" + back;
    }
}
