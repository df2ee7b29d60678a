package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.catalog.ChoosePublicationDate;
import dev.oin.catalog.PublicationDate;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.DeskAnswer;
import dev.oin.web.frame.Flash;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where members choose the day of publication. */
@Controller
class PublicationActions {

    private final ChoosePublicationDate dates;

    PublicationActions(ChoosePublicationDate dates) {
        this.dates = dates;
    }

    @PostMapping("/submissions/{id}/publication-date")
    String choose(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String when,
            @RequestParam(defaultValue = "") String day,
            Caller caller,
            RedirectAttributes next) {
        var chosen = when.equals("date") ? parse(day) : Optional.<LocalDate>empty();
        if (when.equals("date") && chosen.isEmpty()) {
            next.addFlashAttribute(Flash.NAME, Flash.refused("Choose the day, such as 2026-12-01."));
            return "redirect:/submissions/" + id + "#publication";
        }
        var flash = switch (dates.choose(new SubmissionId(id), chosen.orElse(null), caller)) {
            case DeskAnswer.Done() ->
                Flash.done(chosen.map(PublicationDate::words)
                        .map("It becomes public on %s, once it is passed."::formatted)
                        .orElse("It becomes public as soon as it is passed."));
            case DeskAnswer.Forbidden(var because) -> Flash.refused(because);
            case DeskAnswer.Unacceptable(var field, var rule, var because) -> Flash.refused(because);
            case DeskAnswer.Conflict(var because) -> Flash.refused(because);
            case DeskAnswer.Unknown() -> throw new Missing();
        };
        next.addFlashAttribute(Flash.NAME, flash);
        return "redirect:/submissions/" + id;
    }

    private static Optional<LocalDate> parse(String day) {
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
