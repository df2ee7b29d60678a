package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.CloneSubmission;
import dev.oin.submission.ReadSubmission;
import dev.oin.submission.RestoreVersion;
import dev.oin.web.problems.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be done with a version: restored in the draft, or copied to a new integration. */
@RestController
@RequestMapping("/api/v1/submissions/{id}/versions/{number}")
class VersionCalls {

    private final ReadSubmission reading;
    private final RestoreVersion restore;
    private final CloneSubmission clone;
    private final CreatedAnswers created;
    private final SubmissionAnswers answers;

    VersionCalls(
            ReadSubmission reading,
            RestoreVersion restore,
            CloneSubmission clone,
            CreatedAnswers created,
            SubmissionAnswers answers) {
        this.reading = reading;
        this.restore = restore;
        this.clone = clone;
        this.created = created;
        this.answers = answers;
    }

    @PostMapping("/restore")
    ResponseEntity<Object> restore(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var submission = new SubmissionId(id);
        return switch (Etag.read(ifMatch)) {
            case Etag.IfMatch.Revision(var revision) ->
                answers.saved(restore.version(caller, submission, revision, number));
            case Etag.IfMatch.Unusable(var refusal) ->
                reading.read(caller, submission) instanceof ReadSubmission.Reading.NotFound
                        ? Problems.notFound().answer()
                        : refusal.answer();
        };
    }

    @PostMapping("/clone")
    ResponseEntity<Object> clone(Caller caller, @PathVariable UUID id, @PathVariable int number) {
        return switch (clone.clone(caller, new SubmissionId(id), number)) {
            case CloneSubmission.Outcome.NotFound() -> Problems.notFound().answer();
            case CloneSubmission.Outcome.Done(var outcome) -> created.answer(outcome);
        };
    }
}
