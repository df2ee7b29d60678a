package dev.oin.submission.expression;

import dev.oin.submission.expression.Datum.Truth;
import java.util.List;
import java.util.Map;

/** Evaluates a tree with values; each node once at most, within the limits of {@link Work}. */
final class Evaluator {

    private final Map<String, String> values;
    private final Work work;

    Evaluator(Map<String, String> values) {
        this(values, new Work());
    }

    Evaluator(Map<String, String> values, Work work) {
        this.values = values;
        this.work = work;
    }

    Datum evaluate(Node node) {
        work.spend(1);
        return switch (node) {
            case Node.Text(var text) -> new Datum.Text(text);
            case Node.Number(var number) -> new Datum.Number(number);
            case Node.Truth(var truth) -> new Truth(truth);
            case Node.Nothing nothing -> Datum.UNSET;
            case Node.Named(var key, var position) -> named(key, position);
            case Node.Call(var function, var arguments, var position) -> call(function, arguments, position);
            case Node.Choice(var condition, var yes, var no, var type) -> evaluate(holds(condition) ? yes : no);
            case Node.Join(var parts, var position) -> join(parts, position);
            case Node.Same(var left, var right, var negated) -> new Truth(isSame(left, right) != negated);
            case Node.Ordered(var left, var right, var sign) -> new Truth(compare(left, right, sign));
            case Node.All(var conditions) -> new Truth(conditions.stream().allMatch(this::holds));
            case Node.Any(var conditions) -> new Truth(conditions.stream().anyMatch(this::holds));
            case Node.Not(var condition) -> new Truth(!holds(condition));
            case Node.Empty(var value) -> new Truth(isEmpty(evaluate(value)));
        };
    }

    private Datum named(String key, int position) {
        var value = values.get(key);
        return value == null ? Datum.UNSET : work.at(position).text(value);
    }

    private Datum call(Function function, List<Node> arguments, int position) {
        var given = arguments.stream().map(this::evaluate).toList();
        return function.body().of(new Function.Arguments(given, work.at(position)));
    }

    private Datum join(List<Node> parts, int position) {
        var joined = new StringBuilder();
        for (var part : parts) {
            var text = evaluate(part).text();
            work.at(position).reserve((long) joined.length() + text.length());
            joined.append(text);
        }
        return new Datum.Text(joined.toString());
    }

    private boolean holds(Node condition) {
        return switch (evaluate(condition)) {
            case Truth(var truth) -> truth;
            case Datum other -> throw new IllegalStateException("Neither true nor false: " + other);
        };
    }

    /** What is unset equals only what is unset, not an empty text. */
    private boolean isSame(Node one, Node other) {
        var left = evaluate(one);
        var right = evaluate(other);
        work.spend(left.text().length());
        var leftIsUnset = left.equals(Datum.UNSET);
        var rightIsUnset = right.equals(Datum.UNSET);
        return leftIsUnset || rightIsUnset
                ? leftIsUnset && rightIsUnset
                : left.text().equals(right.text());
    }

    private boolean compare(Node left, Node right, Node.Sign sign) {
        var order = Long.compare(number(left), number(right));
        return switch (sign) {
            case BELOW -> order < 0;
            case ABOVE -> order > 0;
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private long number(Node node) {
        return switch (evaluate(node)) {
            case Datum.Number(var number) -> number;
            case Datum other -> throw new IllegalStateException("Not a number: " + other);
        };
    }

    private static boolean isEmpty(Datum datum) {
        return switch (datum) {
            case Datum.Unset unset -> true;
            case Datum.Text(var text) -> text.isEmpty();
            case Datum.Texts(var texts) -> texts.isEmpty();
            case Datum.Number number -> false;
            case Truth truth -> false;
        };
    }
}
