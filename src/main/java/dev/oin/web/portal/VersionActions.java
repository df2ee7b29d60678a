package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.submission.CloneSubmission;
import dev.oin.submission.CreateSubmission;
import dev.oin.submission.RestoreVersion;
import dev.oin.submission.SaveOutcome;
import dev.oin.submission.Submission;
import dev.oin.web.frame.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be done with a version: restore it in the draft, or begin another integration with it. */
@Controller
@RequestMapping("/submissions/{id}/versions")
class VersionActions {

    private final Wizard wizard;
    private final RestoreVersion restore;
    private final CloneSubmission clone;

    VersionActions(Wizard wizard, RestoreVersion restore, CloneSubmission clone) {
        this.wizard = wizard;
        this.restore = restore;
        this.clone = clone;
    }

    @PostMapping("/{number}/restore")
    String restore(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam long revision,
            Caller caller,
            RedirectAttributes next) {
        var submission = wizard.read(id, caller);
        return answer(
                restore.version(caller, submission.id(), revision, number), submission, "Version " + number, next);
    }

    @PostMapping("/saves/{number}/restore")
    String restoreSave(
            @PathVariable UUID id,
            @PathVariable long number,
            @RequestParam long revision,
            Caller caller,
            RedirectAttributes next) {
        var submission = wizard.read(id, caller);
        return answer(restore.save(caller, submission.id(), revision, number), submission, "The earlier save", next);
    }

    @PostMapping("/{number}/clone")
    String clone(@PathVariable UUID id, @PathVariable int number, Caller caller, RedirectAttributes next) {
        var submission = wizard.read(id, caller);
        return switch (clone.clone(caller, submission.id(), number)) {
            case CloneSubmission.Outcome.NotFound() -> throw new Missing();
            case CloneSubmission.Outcome.Done(CreateSubmission.Outcome.Created(var copy)) -> {
                next.addFlashAttribute(
                        Flash.NAME, Flash.done("Copied. Secrets are not taken along: enter them on their pages."));
                yield "redirect:/submissions/" + copy.id() + "/configuration";
            }
            case CloneSubmission.Outcome.Done(CreateSubmission.Outcome.TooMany(var limit)) ->
                back(
                        submission,
                        Flash.refused("There are %d open submissions, the most there may be. Finish or delete one."
                                .formatted(limit)),
                        next);
            case CloneSubmission.Outcome.Done(CreateSubmission.Outcome.Forbidden(var reason)) -> throw new NotAllowed();
            case CloneSubmission.Outcome.Done(CreateSubmission.Outcome.Malformed(var misfits)) ->
                throw new IllegalStateException(misfits.toString());
        };
    }

    private static String answer(SaveOutcome outcome, Submission submission, String what, RedirectAttributes next) {
        return switch (outcome) {
            case SaveOutcome.Saved(var saved, var problems, var changed) ->
                back(
                        submission,
                        changed
                                ? Flash.done(what + " was restored. The save before it is in the list below.")
                                : Flash.done("Nothing differs: it is as it was."),
                        next);
            case SaveOutcome.Malformed(var misfits) ->
                back(submission, Flash.refused(misfits.getFirst().message()), next);
            case SaveOutcome.Stale(var current, var who, var at, var changes) ->
                back(submission, Flash.refused(who + " saved in between. Look again, then restore."), next);
            case SaveOutcome.Locked(var reason) -> back(submission, Flash.refused(reason), next);
            case SaveOutcome.NotFound() -> throw new Missing();
            case SaveOutcome.Forbidden(var reason) -> throw new NotAllowed();
        };
    }

    private static String back(Submission submission, Flash flash, RedirectAttributes next) {
        next.addFlashAttribute(Flash.NAME, flash);
        return "redirect:/submissions/" + submission.id() + "/versions";
    }
}
