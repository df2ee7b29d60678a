package dev.oin.web.catalog;

import dev.oin.account.Caller;
import dev.oin.catalog.RetireIntegration;
import dev.oin.catalog.RollBackIntegration;
import dev.oin.review.DeskAnswer;
import dev.oin.web.frame.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What leads do with a published integration; beside the other posts of the review desk, which need a reviewer's role. */
@Controller
@RequestMapping("/review/catalog/{slug}")
class CatalogActions {

    private final RetireIntegration retire;
    private final RollBackIntegration rollBack;

    CatalogActions(RetireIntegration retire, RollBackIntegration rollBack) {
        this.retire = retire;
        this.rollBack = rollBack;
    }

    @PostMapping("/retire")
    String retire(@PathVariable String slug, @RequestParam String reason, Caller caller, RedirectAttributes next) {
        if (reason.isBlank() || reason.length() > 1000) {
            return back(slug, Flash.refused("Give the reason in at most 1000 characters; the ISV reads it."), next);
        }
        return switch (retire.retire(slug, reason, caller)) {
            case RETIRED -> back("", Flash.done("Retired. The ISV gets a mail."), next);
            case RETIRED_BEFORE -> back("", Flash.refused("It is retired already."), next);
            case FORBIDDEN ->
                back(
                        slug,
                        Flash.refused("Retiring is a lead's, and never of the own organization's integration."),
                        next);
            case UNKNOWN -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/roll-back")
    String rollBack(
            @PathVariable String slug,
            @RequestParam int version,
            @RequestParam String reason,
            Caller caller,
            RedirectAttributes next) {
        return switch (rollBack.rollBack(slug, version, reason, caller)) {
            case DeskAnswer.Done() ->
                back(slug, Flash.done("Version %d was rolled back. The ISV gets a mail.".formatted(version)), next);
            case DeskAnswer.Forbidden(var because) -> back(slug, Flash.refused(because), next);
            case DeskAnswer.Unacceptable(var field, var rule, var because) -> back(slug, Flash.refused(because), next);
            case DeskAnswer.Conflict(var because) -> back(slug, Flash.refused(because), next);
            case DeskAnswer.Unknown() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static String back(String slug, Flash flash, RedirectAttributes next) {
        next.addFlashAttribute(Flash.NAME, flash);
        return "redirect:/catalog" + (slug.isEmpty() ? "" : "/" + slug);
    }
}
