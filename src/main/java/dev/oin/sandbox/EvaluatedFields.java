package dev.oin.sandbox;

import dev.oin.kernel.Problem;
import dev.oin.submission.expression.Dialect;
import dev.oin.submission.expression.Evaluation;
import dev.oin.submission.expression.Expressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the fields of one installation and collects what is wrong with them. */
final class EvaluatedFields {

    private final Expressions expressions;
    private final Map<String, String> variables;
    private final List<Problem> problems = new ArrayList<>();

    EvaluatedFields(Expressions expressions, Map<String, String> variables) {
        this.expressions = expressions;
        this.variables = variables;
    }

    /** The value; a problem and an empty text where there is none. */
    String required(String field, Dialect dialect, @Nullable String text) {
        var value = optional(field, dialect, text);
        if (value == null) {
            problems.add(
                    Problem.error(field, withoutIndex(field) + ".required", "This field is needed for the instance."));
            return "";
        }
        return value;
    }

    /** The value, if the field is filled in. */
    @Nullable
    String optional(String field, Dialect dialect, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return switch (expressions.evaluate(dialect, text.strip(), variables)) {
            case Evaluation.Value(var value) -> value;
            case Evaluation.Fault(var position, var message, var hint) -> {
                problems.add(Problem.error(field, withoutIndex(field) + ".format", message));
                yield "";
            }
        };
    }

    /** The values of a list. */
    List<String> all(String field, Dialect dialect, List<String> texts, boolean needed) {
        if (texts.isEmpty() && needed) {
            problems.add(Problem.error(field, field + ".required", "This field is needed for the instance."));
        }
        var values = new ArrayList<String>();
        for (var text : texts) {
            values.add(required(field + "[" + values.size() + "]", dialect, text));
        }
        return values;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private static String withoutIndex(String field) {
        return field.replaceAll("\\[\\d+]", "");
    }
}
