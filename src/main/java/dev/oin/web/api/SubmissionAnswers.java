package dev.oin.web.api;

import dev.oin.account.Accounts;
import dev.oin.kernel.Problem;
import dev.oin.review.Promises;
import dev.oin.review.Rejections;
import dev.oin.submission.Difference;
import dev.oin.submission.Logo;
import dev.oin.submission.SaveOutcome;
import dev.oin.submission.ShownPages;
import dev.oin.submission.Submission;
import dev.oin.submission.ValidateSubmission;
import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with a submission, or with why it was not changed. */
@Component
public class SubmissionAnswers {

    private final ShownPages pages;
    private final ValidateSubmission validation;
    private final Promises promises;
    private final Rejections rejections;
    private final Accounts accounts;

    SubmissionAnswers(
            ShownPages pages,
            ValidateSubmission validation,
            Promises promises,
            Rejections rejections,
            Accounts accounts) {
        this.pages = pages;
        this.validation = validation;
        this.promises = promises;
        this.rejections = rejections;
        this.accounts = accounts;
    }

    /** The submission as the API shows it. */
    SubmissionAnswer show(Submission submission) {
        return show(submission, validation.problems(submission));
    }

    private SubmissionAnswer show(Submission submission, List<Problem> problems) {
        var state = submission.state();
        var shown = pages.of(submission);
        return new SubmissionAnswer(
                submission.id(),
                submission.integration(),
                submission.kind(),
                state,
                state.label(),
                state.detailedLabel(),
                state.waitsFor(),
                promises.expectedDate(submission.id()).orElse(null),
                submission.version(),
                submission.submittedVersion(),
                submission.round(),
                submission.content().protocols(),
                shown.configuration(),
                shown.testInformation(),
                logo(submission.content().logo()),
                problems,
                rejections.of(submission).orElse(null),
                submission.createdAt(),
                submission.updatedAt(),
                accounts.get(submission.updatedBy()).displayName());
    }

    /** 200 with the submission and its ETag. */
    public ResponseEntity<Object> ok(Submission submission) {
        return with(HttpStatus.OK, submission);
    }

    /** The status with the submission and its ETag. */
    public ResponseEntity<Object> with(HttpStatus status, Submission submission) {
        return ResponseEntity.status(status)
                .eTag(Etag.of(submission.revision()))
                .body(show(submission));
    }

    /** What a save came to. */
    public ResponseEntity<Object> saved(SaveOutcome outcome) {
        return switch (outcome) {
            case SaveOutcome.Saved(var submission, var problems, var changed) ->
                ResponseEntity.ok().eTag(Etag.of(submission.revision())).body(show(submission, problems));
            case SaveOutcome.Malformed malformed -> malformed(malformed);
            case SaveOutcome.Stale(var current, var who, var when, var changes) ->
                Problems.stale(
                                who,
                                when,
                                changes.stream().map(Difference::field).toList(),
                                changes.stream().map(Difference::label).toList())
                        .answer();
            case SaveOutcome.Locked(var reason) -> Problems.conflict(reason).answer();
            case SaveOutcome.NotFound() -> Problems.notFound().answer();
            case SaveOutcome.Forbidden(var reason) -> Problems.forbidden(reason).answer();
        };
    }

    static ResponseEntity<Object> malformed(SaveOutcome.Malformed malformed) {
        var errors = malformed.misfits().stream()
                .map(misfit -> new FieldError(misfit.field(), misfit.rule(), misfit.message()))
                .toList();
        var detail = errors.size() == 1
                ? errors.getFirst().message()
                : "%d values cannot be stored; nothing was saved.".formatted(errors.size());
        return malformed.isOnlyAboutValues()
                ? Problems.unacceptable(detail, errors).answer()
                : Problems.malformed(detail, errors).answer();
    }

    private static SubmissionAnswer.@Nullable LogoAnswer logo(@Nullable Logo logo) {
        return logo == null
                ? null
                : new SubmissionAnswer.LogoAnswer(logo.mediaType(), logo.width(), logo.height(), logo.bytes());
    }
}
