package dev.oin.web.review;

import dev.oin.account.Caller;
import dev.oin.catalog.PreviewEntry;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ReadWorkspace;
import dev.oin.submission.Logo;
import dev.oin.submission.Logos;
import dev.oin.submission.Submission;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import dev.oin.web.frame.Crumb;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** {@code /review/{id}/preview}: the catalog page that customers would see, and the logos of versions. */
@Controller
class PreviewPage {

    private final ReadWorkspace workspaces;
    private final PreviewEntry preview;
    private final Versions versions;
    private final Logos logos;

    PreviewPage(ReadWorkspace workspaces, PreviewEntry preview, Versions versions, Logos logos) {
        this.workspaces = workspaces;
        this.preview = preview;
        this.versions = versions;
        this.logos = logos;
    }

    @GetMapping("/review/{id}/preview")
    String preview(Caller caller, @PathVariable UUID id, Model model) {
        var submission = visible(id, caller);
        model.addAttribute("id", id);
        model.addAttribute("facts", preview.of(submission));
        model.addAttribute("version", submission.submittedVersion());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("Queue", "/review"),
                        new Crumb(submission.displayName(), "/review/" + id),
                        new Crumb("Catalog preview", null)));
        return "review/preview";
    }

    /** The logo of a version of the integration in review; 0 is what is in review. */
    @GetMapping("/review/{id}/logo/{version}")
    ResponseEntity<byte[]> logo(Caller caller, @PathVariable UUID id, @PathVariable int version) {
        var submission = visible(id, caller);
        return logoOf(submission, version)
                .flatMap(logo -> logos.find(submission.integration(), logo)
                        .map(image -> ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(logo.mediaType()))
                                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5))
                                        .cachePrivate())
                                .body(image.content())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<Logo> logoOf(Submission submission, int version) {
        return version == 0
                ? Optional.ofNullable(submission.content().logo())
                : versions.find(submission.integration(), version)
                        .map(Version::content)
                        .map(content -> content.logo());
    }

    private Submission visible(UUID id, Caller caller) {
        return workspaces
                .submission(new SubmissionId(id), caller)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
