package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.ReadSubmission;
import dev.oin.web.problems.Problems;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls that are described but not offered yet: 409, and 404 where the submission is not the caller's. */
@RestController
@RequestMapping("/api/v1/submissions/{id}")
class LaterCalls {

    private final ReadSubmission reading;

    LaterCalls(ReadSubmission reading) {
        this.reading = reading;
    }

    @PostMapping("/preview")
    ResponseEntity<Object> preview(Caller caller, @PathVariable UUID id) {
        return later(caller, id, "The preview of expressions");
    }

    private ResponseEntity<Object> later(Caller caller, UUID id, String what) {
        return reading.read(caller, new SubmissionId(id)) instanceof ReadSubmission.Reading.NotFound
                ? Problems.notFound().answer()
                : Problems.notOfferedYet(what).answer();
    }
}
