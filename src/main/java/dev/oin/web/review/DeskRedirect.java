package dev.oin.web.review;

import dev.oin.review.DeskAnswer;
import dev.oin.web.frame.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Goes back to a page with what the desk says. */
final class DeskRedirect {

    private DeskRedirect() {}

    static String to(String path, DeskAnswer answer, String done, RedirectAttributes flash) {
        switch (answer) {
            case DeskAnswer.Done() -> flash.addFlashAttribute(Flash.NAME, Flash.done(done));
            case DeskAnswer.Forbidden(var because) -> flash.addFlashAttribute(Flash.NAME, Flash.refused(because));
            case DeskAnswer.Unacceptable(var field, var rule, var because) ->
                flash.addFlashAttribute(Flash.NAME, Flash.refused(because));
            case DeskAnswer.Conflict(var because) -> flash.addFlashAttribute(Flash.NAME, Flash.refused(because));
            case DeskAnswer.Unknown() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:" + path;
    }
}
