package dev.oin.web.api;

import dev.oin.submission.CreateSubmission;
import dev.oin.submission.SaveOutcome;
import dev.oin.web.problems.Problems;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with an integration that was started, or with why it was not. */
@Component
class CreatedAnswers {

    private final SubmissionAnswers answers;

    CreatedAnswers(SubmissionAnswers answers) {
        this.answers = answers;
    }

    ResponseEntity<Object> answer(CreateSubmission.Outcome outcome) {
        return switch (outcome) {
            case CreateSubmission.Outcome.Created(var submission) ->
                ResponseEntity.created(URI.create("/api/v1/submissions/" + submission.id()))
                        .eTag(Etag.of(submission.revision()))
                        .body(answers.show(submission));
            case CreateSubmission.Outcome.Malformed(var misfits) ->
                SubmissionAnswers.malformed(new SaveOutcome.Malformed(misfits));
            case CreateSubmission.Outcome.TooMany(var limit) ->
                Problems.conflict(
                                "Your organization has %d open submissions, the most there may be. Finish or delete one."
                                        .formatted(limit))
                        .answer();
            case CreateSubmission.Outcome.Forbidden(var reason) ->
                Problems.forbidden(reason).answer();
        };
    }
}
