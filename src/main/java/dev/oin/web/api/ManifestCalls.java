package dev.oin.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.ManifestText;
import dev.oin.submission.ManifestText.Form;
import dev.oin.submission.Manifests;
import dev.oin.submission.ReadSubmission;
import dev.oin.submission.ReplaceManifest;
import dev.oin.submission.Submission;
import dev.oin.web.problems.Problems;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /submissions/{id}/manifest}: the whole submission as one document, in JSON or YAML. */
@RestController
@RequestMapping("/api/v1/submissions/{id}/manifest")
class ManifestCalls {

    private static final String YAML = "application/yaml";

    private final ReadSubmission reading;
    private final Manifests manifests;
    private final ReplaceManifest replace;
    private final SubmissionAnswers answers;

    ManifestCalls(ReadSubmission reading, Manifests manifests, ReplaceManifest replace, SubmissionAnswers answers) {
        this.reading = reading;
        this.manifests = manifests;
        this.replace = replace;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<Object> read(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return switch (reading.read(caller, new SubmissionId(id))) {
            case ReadSubmission.Reading.Found(var submission) -> show(submission, formIn(accept));
            case ReadSubmission.Reading.NotFound() -> Problems.notFound().answer();
            case ReadSubmission.Reading.Forbidden(var reason) ->
                Problems.forbidden(reason).answer();
        };
    }

    @PutMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, YAML})
    ResponseEntity<Object> replace(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) String type,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody byte[] body) {
        if (reading.read(caller, new SubmissionId(id)) instanceof ReadSubmission.Reading.NotFound) {
            return Problems.notFound().answer();
        }
        return switch (Etag.read(ifMatch)) {
            case Etag.IfMatch.Unusable(var refusal) -> refusal.answer();
            case Etag.IfMatch.Revision(var revision) ->
                switch (ManifestText.read(body, formIn(type))) {
                    case ManifestText.Reading.Document(var manifest) -> save(caller, id, revision, manifest);
                    case ManifestText.Reading.Unreadable(var reason) ->
                        Problems.malformed(reason, List.of()).answer();
                };
        };
    }

    private ResponseEntity<Object> save(Caller caller, UUID id, long revision, JsonNode manifest) {
        return answers.saved(replace.replace(caller, new SubmissionId(id), revision, manifest));
    }

    private ResponseEntity<Object> show(Submission submission, Form form) {
        return ResponseEntity.ok()
                .eTag(Etag.of(submission.revision()))
                .varyBy(HttpHeaders.ACCEPT)
                .contentType(form == Form.YAML ? MediaType.parseMediaType(YAML) : MediaType.APPLICATION_JSON)
                .body(ManifestText.write(manifests.of(submission), form));
    }

    /** YAML where it is named, and JSON is not named before it. */
    private static Form formIn(@Nullable String header) {
        var types = header == null ? "" : header;
        var yaml = types.indexOf(YAML);
        var json = types.indexOf(MediaType.APPLICATION_JSON_VALUE);
        return yaml >= 0 && (json < 0 || yaml < json) ? Form.YAML : Form.JSON;
    }
}
