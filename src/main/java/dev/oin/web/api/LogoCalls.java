package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Logos;
import dev.oin.submission.ReadSubmission;
import dev.oin.submission.ReplaceLogo;
import dev.oin.submission.SaveOutcome;
import dev.oin.submission.Submission;
import dev.oin.web.problems.Problems;
import java.io.IOException;
import java.io.InputStream;
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
    private final ReadSubmission reading;
    private final Logos logos;
    private final SubmissionAnswers answers;

    LogoCalls(ReplaceLogo replace, ReadSubmission reading, Logos logos, SubmissionAnswers answers) {
        this.replace = replace;
        this.reading = reading;
        this.logos = logos;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<Object> read(Caller caller, @PathVariable UUID id) {
        return find(caller, id)
                .flatMap(submission -> Optional.ofNullable(submission.content().logo())
                        .flatMap(logo -> logos.find(submission.integration(), logo)))
                .map(blob -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(blob.mediaType()))
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .header("X-Content-Type-Options", "nosniff")
                        .<Object>body(blob.content()))
                .orElseGet(() -> Problems.notFound().answer());
    }

    @PutMapping
    ResponseEntity<Object> replace(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        if (find(caller, id).isEmpty()) {
            return Problems.notFound().answer();
        }
        return switch (Etag.read(ifMatch)) {
            case Etag.IfMatch.Unusable(var refusal) -> refusal.answer();
            case Etag.IfMatch.Revision(var revision) ->
                answer(replace.replace(
                        caller, new SubmissionId(id), revision, body.readNBytes(ReplaceLogo.MOST_BYTES + 1)));
        };
    }

    private ResponseEntity<Object> answer(ReplaceLogo.Outcome outcome) {
        return switch (outcome) {
            case ReplaceLogo.Outcome.TooLarge(var limit) ->
                Problems.of(
                                HttpStatus.PAYLOAD_TOO_LARGE,
                                "too-large",
                                "File too large",
                                "IR-LG-1: a logo may have at most %d bytes.".formatted(limit))
                        .answer();
            case ReplaceLogo.Outcome.NotAnImage() ->
                Problems.of(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                "media-type",
                                "Not an image that can be used",
                                "IR-LG-1: the file is neither PNG, JPEG nor GIF.")
                        .answer();
            case ReplaceLogo.Outcome.Done(SaveOutcome.Saved saved) ->
                ResponseEntity.noContent()
                        .eTag(Etag.of(saved.submission().revision()))
                        .build();
            case ReplaceLogo.Outcome.Done(var other) -> answers.saved(other);
        };
    }

    private Optional<Submission> find(Caller caller, UUID id) {
        return reading.read(caller, new SubmissionId(id)) instanceof ReadSubmission.Reading.Found(var submission)
                ? Optional.of(submission)
                : Optional.empty();
    }
}
