package dev.oin.web.portal;

import dev.oin.submission.ExpressionPreview;
import dev.oin.submission.expression.Evaluation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a field's expression comes to, beside the field.
 *
 * @param fault why it cannot be read; null where it can
 * @param undeclared the variables it uses that there are not, in words; empty where there is none
 */
record PreviewView(@Nullable FaultView fault, String undeclared, List<CaseView> cases) {

    /** The text around the offending character. */
    record FaultView(int character, String before, String at, String after, String message) {}

    /** A customer with the value there. */
    record CaseView(String who, String value, @Nullable String objection) {}

    static PreviewView of(ExpressionPreview preview) {
        return preview.fault()
                .map(fault -> new PreviewView(fault(preview.text(), fault), undeclared(preview), List.of()))
                .orElseGet(() -> new PreviewView(
                        null,
                        undeclared(preview),
                        preview.cases().stream().map(PreviewView::shown).toList()));
    }

    private static CaseView shown(ExpressionPreview.Case one) {
        return switch (one.evaluation()) {
            case Evaluation.Value(var value) -> new CaseView(one.who(), value, one.objection());
            case Evaluation.Fault(var position, var message, var hint) ->
                new CaseView(one.who(), "", "%s %s".formatted(message, hint).strip());
        };
    }

    private static FaultView fault(String text, Evaluation.Fault fault) {
        var start = Math.min(fault.position(), text.length());
        var end = start == text.length() ? start : text.offsetByCodePoints(start, 1);
        return new FaultView(
                start + 1,
                text.substring(0, start),
                text.substring(start, end),
                text.substring(end),
                "%s %s".formatted(fault.message(), fault.hint()).strip());
    }

    private static String undeclared(ExpressionPreview preview) {
        return String.join(", ", preview.undeclared());
    }
}
