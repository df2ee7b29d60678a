package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.submission.Logos;
import dev.oin.submission.PreviewLogo;
import dev.oin.submission.ReplaceLogo;
import dev.oin.submission.SaveOutcome;
import dev.oin.submission.WizardPage;
import dev.oin.web.frame.Flash;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
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

    /** What the catalog would show of a file that is not saved yet, or why it would be refused. */
    @PostMapping("/preview")
    ModelAndView preview(@PathVariable UUID id, @RequestParam("logo") MultipartFile upload, Caller caller)
            throws IOException {
        var submission = wizard.edit(id, caller);
        var look = PreviewLogo.at(upload.getBytes());
        var png = look.png();
        var answer = new ModelAndView("fragments/logo :: preview")
                .addObject("image", png == null ? null : Base64.getEncoder().encodeToString(png))
                .addObject("look", look)
                .addObject(
                        "problems",
                        look.problems().stream()
                                .map(problem -> ProblemView.of(problem, submission.id()))
                                .toList());
        answer.setStatus(png == null ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK);
        return answer;
    }

    @PostMapping
    String replace(
            @PathVariable UUID id, @RequestParam("logo") MultipartFile upload, Caller caller, RedirectAttributes next)
            throws IOException {
        var submission = wizard.edit(id, caller);
        var refusal = upload.isEmpty()
                ? Optional.of("Choose a file first.")
                : refusal(replace.replace(caller, submission.id(), submission.revision(), upload.getBytes()));
        refusal.ifPresentOrElse(
                reason -> next.addFlashAttribute("logoRefused", reason),
                () -> next.addFlashAttribute(Flash.NAME, Flash.done("Logo saved.")));
        return "redirect:" + Wizard.path(submission, WizardPage.CONFIGURATION) + "#logo-section";
    }

    private static Optional<String> refusal(ReplaceLogo.Outcome outcome) {
        return switch (outcome) {
            case ReplaceLogo.Outcome.TooLarge(var limit) -> Optional.of(PreviewLogo.TOO_LARGE + " IR-LG-1");
            case ReplaceLogo.Outcome.NotAnImage() -> Optional.of(PreviewLogo.NOT_AN_IMAGE + " IR-LG-1");
            case ReplaceLogo.Outcome.Done(var saved) ->
                switch (saved) {
                    case SaveOutcome.Saved(var submission, var problems, var changed) -> Optional.empty();
                    case SaveOutcome.Malformed(var misfits) ->
                        Optional.of(misfits.getFirst().message() + " "
                                + misfits.getFirst().rule());
                    case SaveOutcome.Stale(var current, var who, var at, var changes) ->
                        Optional.of(who + " saved in between. Upload it again.");
                    case SaveOutcome.Locked(var reason) -> Optional.of(reason);
                    case SaveOutcome.Forbidden(var reason) -> Optional.of(reason);
                    case SaveOutcome.NotFound() -> throw new Missing();
                };
        };
    }
}
