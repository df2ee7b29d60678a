package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.CompareContent;
import dev.oin.submission.ReadSubmission;
import dev.oin.submission.Submission;
import dev.oin.submission.Versions;
import dev.oin.web.problems.Problems;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /submissions/{id}/diff}: how two versions of an integration differ, in either direction. */
@RestController
@RequestMapping("/api/v1/submissions/{id}/diff")
class DiffCalls {

    private final ReadSubmission reading;
    private final Versions versions;
    private final CompareContent compare;

    DiffCalls(ReadSubmission reading, Versions versions, CompareContent compare) {
        this.reading = reading;
        this.versions = versions;
        this.compare = compare;
    }

    @GetMapping
    ResponseEntity<Object> diff(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to) {
        return switch (reading.read(caller, new SubmissionId(id))) {
            case ReadSubmission.Reading.Found(var submission) -> between(submission, from, to);
            case ReadSubmission.Reading.NotFound() -> Problems.notFound().answer();
            case ReadSubmission.Reading.Forbidden(var reason) ->
                Problems.forbidden(reason).answer();
        };
    }

    private ResponseEntity<Object> between(Submission submission, @Nullable Integer from, @Nullable Integer to) {
        if (from == null || to == null) {
            return Problems.malformed("Name the two versions to compare, such as ?from=1&to=2.", List.of())
                    .answer();
        }
        var before = versions.find(submission.integration(), from);
        var after = versions.find(submission.integration(), to);
        if (before.isEmpty() || after.isEmpty()) {
            return Problems.notFound().answer();
        }
        var changes = compare.between(before.get().content(), after.get().content());
        return ResponseEntity.ok(new DiffAnswer(from, to, changes));
    }

    record DiffAnswer(int from, int to, List<CompareContent.Change> changes) {}
}
