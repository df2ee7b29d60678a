package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.ReadSubmission;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionState;
import dev.oin.web.problems.Problems;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** {@code GET /submissions/{id}?wait=60&until_not=QA_TESTING}: answers when the state has left the named one, or after so many seconds; holds no thread. */
@RestController
@RequestMapping("/api/v1/submissions")
class WaitingCalls {

    private final ReadSubmission reading;
    private final StateWatch watch;
    private final SubmissionAnswers answers;
    private final ApiProperties properties;

    WaitingCalls(ReadSubmission reading, StateWatch watch, SubmissionAnswers answers, ApiProperties properties) {
        this.reading = reading;
        this.watch = watch;
        this.answers = answers;
        this.properties = properties;
    }

    @GetMapping(path = "/{id}", params = "wait")
    DeferredResult<ResponseEntity<Object>> read(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam int wait,
            @RequestParam(name = "until_not", required = false) @Nullable SubmissionState untilNot) {
        if (wait < 0 || wait > properties.longestWait().toSeconds()) {
            return now(Problems.malformed(
                            "wait is from 0 to %d seconds."
                                    .formatted(properties.longestWait().toSeconds()),
                            List.of())
                    .answer());
        }
        return switch (reading.read(caller, new SubmissionId(id))) {
            case ReadSubmission.Reading.NotFound() -> now(Problems.notFound().answer());
            case ReadSubmission.Reading.Forbidden(var reason) ->
                now(Problems.forbidden(reason).answer());
            case ReadSubmission.Reading.Found(var submission) -> waitFor(caller, submission, wait, untilNot);
        };
    }

    private DeferredResult<ResponseEntity<Object>> waitFor(
            Caller caller, Submission submission, int wait, @Nullable SubmissionState untilNot) {
        var left = untilNot == null ? submission.state() : untilNot;
        if (wait == 0 || submission.state() != left) {
            return now(answers.ok(submission));
        }
        var result = new DeferredResult<ResponseEntity<Object>>(
                Duration.ofSeconds(wait).toMillis(), () -> again(caller, submission.id()));
        var watching = watch.untilNot(submission.id(), left, () -> result.setResult(again(caller, submission.id())));
        result.onCompletion(watching::stop);
        return result;
    }

    private ResponseEntity<Object> again(Caller caller, SubmissionId id) {
        return switch (reading.read(caller, id)) {
            case ReadSubmission.Reading.Found(var submission) -> answers.ok(submission);
            case ReadSubmission.Reading.NotFound() -> Problems.notFound().answer();
            case ReadSubmission.Reading.Forbidden(var reason) ->
                Problems.forbidden(reason).answer();
        };
    }

    private static DeferredResult<ResponseEntity<Object>> now(ResponseEntity<Object> answer) {
        var result = new DeferredResult<ResponseEntity<Object>>();
        result.setResult(answer);
        return result;
    }
}
