package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.submission.Logos;
import dev.oin.submission.ReplaceLogo;
import dev.oin.submission.SaveOutcome;
import dev.oin.submission.WizardPage;
import dev.oin.web.frame.Flash;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The logo's image: shown, and replaced by an upload. */
@Controller
@RequestMapping("/submissions/{id}/logo")
class LogoFile {

    private final Wizard wizard;
    private final Logos logos;
    private final ReplaceLogo replace;

    LogoFile(Wizard wizard, Logos logos, ReplaceLogo replace) {
        this.wizard = wizard;
        this.logos = logos;
        this.replace = replace;
    }

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable UUID id, Caller caller) {
        var submission = wizard.read(id, caller);
        var logo = submission.content().logo();
        if (logo == null) {
            throw new Missing();
        }
        return logos.find(submission.integration(), logo)
                .map(image -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(logo.mediaType()))
                        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                        .body(image.content()))
                .orElseThrow(Missing::new);
    }

    @PostMapping
    String replace(
            @PathVariable UUID id, @RequestParam("logo") MultipartFile upload, Caller caller, RedirectAttributes next)
            throws IOException {
        var submission = wizard.edit(id, caller);
        var outcome = upload.isEmpty()
                ? Flash.refused("Choose a file first.")
                : flash(replace.replace(caller, submission.id(), submission.revision(), upload.getBytes()));
        next.addFlashAttribute(Flash.NAME, outcome);
        return "redirect:" + Wizard.path(submission, WizardPage.CONFIGURATION) + "#logo-section";
    }

    private static Flash flash(ReplaceLogo.Outcome outcome) {
        return switch (outcome) {
            case ReplaceLogo.Outcome.TooLarge(var limit) ->
                Flash.refused("The file is too large: it must be below 1 MB. IR-LG-1");
            case ReplaceLogo.Outcome.NotAnImage() -> Flash.refused("The file is no PNG, JPG or GIF image. IR-LG-1");
            case ReplaceLogo.Outcome.Done(var saved) ->
                switch (saved) {
                    case SaveOutcome.Saved(var submission, var problems, var changed) -> Flash.done("Logo saved.");
                    case SaveOutcome.Malformed(var misfits) ->
                        Flash.refused(misfits.getFirst().message());
                    case SaveOutcome.Stale(var current, var who, var at, var changes) ->
                        Flash.refused(who + " saved in between. Upload it again.");
                    case SaveOutcome.Locked(var reason) -> Flash.refused(reason);
                    case SaveOutcome.Forbidden(var reason) -> Flash.refused(reason);
                    case SaveOutcome.NotFound() -> throw new Missing();
                };
        };
    }
}
