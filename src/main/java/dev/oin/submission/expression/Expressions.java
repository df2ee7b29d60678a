package dev.oin.submission.expression;

import java.util.Map;

/** Evaluates the expressions of URL fields; the one place where their language lives. */
public interface Expressions {

    /** Evaluates the text with the variables' values; a variable that is missing is unset. */
    Evaluation evaluate(Dialect dialect, String text, Map<String, String> variables);
}
