package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.catalog.ChoosePublicationDate;
import dev.oin.catalog.PublicationDate;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.ReadSubmission;
import dev.oin.web.problems.DeskAnswers;
import dev.oin.web.problems.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /submissions/{id}/publication-date}: the day on which it becomes public; null for at once. */
@RestController
@RequestMapping("/api/v1/submissions/{id}/publication-date")
class PublicationCalls {

    private final ReadSubmission reading;
    private final ChoosePublicationDate dates;

    PublicationCalls(ReadSubmission reading, ChoosePublicationDate dates) {
        this.reading = reading;
        this.dates = dates;
    }

    @GetMapping
    ResponseEntity<Object> read(Caller caller, @PathVariable UUID id) {
        return switch (reading.read(caller, new SubmissionId(id))) {
            case ReadSubmission.Reading.NotFound() -> Problems.notFound().answer();
            case ReadSubmission.Reading.Forbidden(var reason) ->
                Problems.forbidden(reason).answer();
            case ReadSubmission.Reading.Found(var submission) ->
                ResponseEntity.ok(
                        dates.of(submission.id()).map(PublicationCalls::show).orElse(new DateAnswer(null, null)));
        };
    }

    @PutMapping
    ResponseEntity<Object> choose(Caller caller, @PathVariable UUID id, @RequestBody Chosen body) {
        var answer = dates.choose(new SubmissionId(id), body.day(), caller);
        return DeskAnswers.of(answer, () -> read(caller, id));
    }

    private static DateAnswer show(PublicationDate date) {
        return new DateAnswer(date.day(), date.at());
    }

    record Chosen(@Nullable LocalDate day) {}

    record DateAnswer(@Nullable LocalDate day, @Nullable Instant publishAt) {}
}
