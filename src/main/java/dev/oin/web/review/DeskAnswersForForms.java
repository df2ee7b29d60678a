package dev.oin.web.review;

import dev.oin.review.DeskAnswer;
import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.Problems;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/** What the desk says, for a form in the page. */
final class DeskAnswersForForms {

    private DeskAnswersForForms() {}

    static ResponseEntity<Object> of(DeskAnswer answer, Supplier<ResponseEntity<Object>> done) {
        return switch (answer) {
            case DeskAnswer.Done() -> done.get();
            case DeskAnswer.Forbidden(var because) ->
                Problems.forbidden(because).answer();
            case DeskAnswer.Unacceptable(var field, var rule, var because) ->
                Problems.unacceptable(because, List.of(new FieldError(field, field + ".length", because)))
                        .answer();
            case DeskAnswer.Conflict(var because) -> Problems.conflict(because).answer();
            case DeskAnswer.Unknown() -> Problems.notFound().answer();
        };
    }
}
