package dev.oin.web.portal;

import dev.oin.submission.ExpressionPreview;
import dev.oin.submission.PreviewExpressions;
import dev.oin.submission.expression.Evaluation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the expressions of a page come to, by the key of their field.
 *
 * @param uses where each variable is used
 */
record PagePreview(Map<String, PreviewView> byKey, List<VariableUse> uses) {

    static final PagePreview NONE = new PagePreview(Map.of(), List.of());

    /**
     * A variable and the fields that use it.
     *
     * @param fields their labels; empty where none does
     */
    record VariableUse(String name, String fields) {}

    static PagePreview of(PreviewExpressions.Preview preview) {
        return new PagePreview(
                preview.fields().stream()
                        .filter(PagePreview::isWorthShowing)
                        .collect(Collectors.toUnmodifiableMap(ExpressionPreview::key, PreviewView::of)),
                preview.uses().entrySet().stream()
                        .map(use -> new VariableUse(use.getKey(), String.join(", ", use.getValue())))
                        .toList());
    }

    /** What is the same for all customers and stands in the field anyway tells nobody anything. */
    private static boolean isWorthShowing(ExpressionPreview preview) {
        var isAsTyped = preview.cases().stream()
                .allMatch(
                        one -> one.evaluation() instanceof Evaluation.Value(var value) && value.equals(preview.text()));
        return !isAsTyped || !preview.variables().isEmpty();
    }
}
