package dev.oin.submission;

import dev.oin.kernel.Problem;
import dev.oin.submission.expression.Evaluation;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A field's expression with what it came to.
 *
 * @param key the field's key, with the row's number
 * @param text as it was entered
 * @param variables the names that it uses
 * @param problem why an instance cannot be made with it; at the variable where one is to blame; null where nothing is wrong
 */
public record Evaluated(
        String key,
        String label,
        String text,
        SortedSet<String> variables,
        Evaluation evaluation,
        @Nullable Problem problem) {

    /** The value, if there is one. */
    public Optional<String> value() {
        return switch (evaluation) {
            case Evaluation.Value(var value) -> Optional.of(value);
            case Evaluation.Fault fault -> Optional.empty();
        };
    }
}
