package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.submission.Logos;
import dev.oin.submission.ReplaceLogo;
import dev.oin.submission.SaveOutcome;
import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /submissions/{id}/logo}: the image itself. */
@RestController
@RequestMapping("/api/v1/submissions/{id}/logo")
class LogoCalls {

    private final ReplaceLogo replace;
    private final OwnedThings owned;
    private final Logos logos;
    private final SubmissionAnswers answers;

    LogoCalls(ReplaceLogo replace, OwnedThings owned, Logos logos, SubmissionAnswers answers) {
        this.replace = replace;
        this.owned = owned;
        this.logos = logos;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<Object> read(Caller caller, @PathVariable UUID id) {
        return owned.submission(
                caller,
                id,
                submission -> Optional.ofNullable(submission.content().logo())
                        .flatMap(logo -> logos.find(submission.integration(), logo))
                        .map(blob -> ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(blob.mediaType()))
                                .cacheControl(CacheControl.noCache().cachePrivate())
                                .header("X-Content-Type-Options", "nosniff")
                                .<Object>body(blob.content()))
                        .orElseGet(() -> Problems.notFound().answer()));
    }

    @PutMapping
    ResponseEntity<Object> replace(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body) {
        return owned.editable(caller, id, submission -> switch (Etag.read(ifMatch)) {
            case Etag.IfMatch.Unusable(var refusal) -> refusal.answer();
            case Etag.IfMatch.Revision(var revision) ->
                answer(replace.replace(caller, submission.id(), revision, image(body)));
        });
    }

    private static byte[] image(InputStream body) {
        try {
            return body.readNBytes(ReplaceLogo.MOST_BYTES + 1);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private ResponseEntity<Object> answer(ReplaceLogo.Outcome outcome) {
        return switch (outcome) {
            case ReplaceLogo.Outcome.TooLarge(var limit) ->
                refused(
                        HttpStatus.PAYLOAD_TOO_LARGE,
                        "too-large",
                        "File too large",
                        "A logo may have at most %d bytes.".formatted(limit));
            case ReplaceLogo.Outcome.NotAnImage() ->
                refused(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "media-type",
                        "Not an image that can be used",
                        "The file is neither PNG, JPEG nor GIF.");
            case ReplaceLogo.Outcome.Done(SaveOutcome.Saved saved) ->
                ResponseEntity.noContent()
                        .eTag(Etag.of(saved.submission().revision()))
                        .build();
            case ReplaceLogo.Outcome.Done(var other) -> answers.saved(other);
        };
    }

    private static ResponseEntity<Object> refused(HttpStatus status, String type, String title, String message) {
        var refusal = Problems.of(status, type, title, "IR-LG-1: " + message);
        refusal.detail().setProperty("errors", List.of(new FieldError("logo", "IR-LG-1", message)));
        return refusal.answer();
    }
}
