package dev.oin.submission.expression;

import java.util.List;
import java.util.Set;

/** Finds the names that a tree uses. */
final class NamesIn {

    private NamesIn() {}

    static void collect(Node node, Set<String> names) {
        switch (node) {
            case Node.Named(var key, var position) -> names.add(key);
            case Node.Call(var function, var arguments, var position) -> all(arguments, names);
            case Node.Choice(var condition, var yes, var no, var type) -> all(List.of(condition, yes, no), names);
            case Node.Join(var parts, var position) -> all(parts, names);
            case Node.Same(var left, var right, var negated) -> all(List.of(left, right), names);
            case Node.Ordered(var left, var right, var sign) -> all(List.of(left, right), names);
            case Node.All(var conditions) -> all(conditions, names);
            case Node.Any(var conditions) -> all(conditions, names);
            case Node.Not(var condition) -> collect(condition, names);
            case Node.Empty(var value) -> collect(value, names);
            case Node.Text text -> {}
            case Node.Number number -> {}
            case Node.Truth truth -> {}
            case Node.Nothing nothing -> {}
        }
    }

    private static void all(List<Node> nodes, Set<String> names) {
        nodes.forEach(node -> collect(node, names));
    }
}
