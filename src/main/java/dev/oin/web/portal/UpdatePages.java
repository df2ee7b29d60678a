package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.sandbox.FillTester;
import dev.oin.sandbox.RequiredInstance;
import dev.oin.submission.StartUpdate;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.WizardPage;
import dev.oin.web.frame.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Edit integration" of a published one: starts an update, and asks first for the instance of the published version (T15, T16, EL-3). */
@Controller
@RequestMapping("/submissions/{id}")
class UpdatePages {

    private final Wizard wizard;
    private final StartUpdate start;
    private final UpdateEntrance entrance;
    private final FillTester fill;

    UpdatePages(Wizard wizard, StartUpdate start, UpdateEntrance entrance, FillTester fill) {
        this.wizard = wizard;
        this.start = start;
        this.entrance = entrance;
        this.fill = fill;
    }

    @PostMapping("/updates")
    String start(@PathVariable UUID id, @RequestParam String kind, Caller caller, RedirectAttributes next) {
        var published = wizard.read(id, caller);
        var wanted = switch (kind) {
            case "functional" -> SubmissionKind.FUNCTIONAL;
            case "catalog" -> SubmissionKind.CATALOG;
            default -> throw new Missing();
        };
        return switch (start.start(caller, published.integration(), wanted)) {
            case StartUpdate.Outcome.Started(var update) -> {
                fill.seat(update.id());
                yield "redirect:" + entrance.path(update);
            }
            case StartUpdate.Outcome.Open(var open) -> {
                next.addFlashAttribute(
                        Flash.NAME,
                        Flash.refused("This integration has an open submission; finish or discard it first."));
                yield "redirect:/submissions/" + open.id();
            }
            case StartUpdate.Outcome.NotPublished() ->
                back(id, "It is not in the catalog, so there is nothing to update.", next);
            case StartUpdate.Outcome.TooMany(var most) ->
                back(
                        id,
                        "Your organization has %d open submissions, the most there may be. Finish or delete one."
                                .formatted(most),
                        next);
            case StartUpdate.Outcome.NotFound() -> throw new Missing();
            case StartUpdate.Outcome.Forbidden(var reason) -> throw new NotAllowed();
        };
    }

    @GetMapping("/published-instance")
    String missing(@PathVariable UUID id, Caller caller, Model model) {
        var update = wizard.read(id, caller);
        var missing = entrance.missing(update);
        if (missing.isEmpty()) {
            return "redirect:" + entrance.path(update);
        }
        model.addAttribute("name", update.displayName());
        model.addAttribute(
                "missing", missing.stream().map(one -> one.protocol().label()).toList());
        model.addAttribute("generate", generate(update, missing.getFirst()));
        model.addAttribute("onward", Wizard.path(update, WizardPage.CONFIGURATION));
        model.addAttribute("mayTest", caller.mayTestAndSubmit());
        model.addAttribute("crumbs", WizardAnswers.crumbs(update));
        return "isv/published-instance";
    }

    private static String generate(Submission update, RequiredInstance missing) {
        return "/submissions/%s/instances/new?kind=published&protocols=%s&then=edit"
                .formatted(update.id(), missing.protocol().name());
    }

    private static String back(UUID id, String why, RedirectAttributes next) {
        next.addFlashAttribute(Flash.NAME, Flash.refused(why));
        return "redirect:/submissions/" + id;
    }
}
