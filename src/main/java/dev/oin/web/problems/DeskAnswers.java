package dev.oin.web.problems;

import dev.oin.review.DeskAnswer;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/** What the review desk says, as HTTP: to programs, and to a form in a page. */
public final class DeskAnswers {

    private DeskAnswers() {}

    /** What to do when it is done, or why it is not. */
    public static ResponseEntity<Object> of(DeskAnswer answer, Supplier<ResponseEntity<Object>> done) {
        return switch (answer) {
            case DeskAnswer.Done() -> done.get();
            case DeskAnswer.Forbidden(var because) ->
                Problems.forbidden(because).answer();
            case DeskAnswer.Unacceptable(var field, var rule, var because) ->
                Problems.unacceptable(because, List.of(new FieldError(field, rule, because)))
                        .answer();
            case DeskAnswer.Conflict(var because) -> Problems.conflict(because).answer();
            case DeskAnswer.Unknown() -> Problems.notFound().answer();
        };
    }
}
