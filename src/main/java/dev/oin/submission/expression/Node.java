package dev.oin.submission.expression;

import java.util.List;

/** The syntax tree: all that an expression can be. */
sealed interface Node {

    record Text(String value) implements Node {}

    record Number(long value) implements Node {}

    record Truth(boolean value) implements Node {}

    record Nothing() implements Node {}

    /** A variable by its name, or an attribute of a person such as {@code user.email}. */
    record Named(String key, int position) implements Node {}

    record Call(Function function, List<Node> arguments, int position) implements Node {}

    record Choice(Node condition, Node yes, Node no, Type type) implements Node {}

    record Join(List<Node> parts, int position) implements Node {}

    record Same(Node left, Node right, boolean negated) implements Node {}

    record Ordered(Node left, Node right, Sign sign) implements Node {}

    record All(List<Node> conditions) implements Node {}

    record Any(List<Node> conditions) implements Node {}

    record Not(Node condition) implements Node {}

    record Empty(Node value) implements Node {}

    enum Sign {
        BELOW,
        ABOVE,
        AT_MOST,
        AT_LEAST
    }

    default Type type() {
        return switch (this) {
            case Text text -> Type.TEXT;
            case Number number -> Type.NUMBER;
            case Nothing nothing -> Type.NOTHING;
            case Named named -> Type.TEXT;
            case Join join -> Type.TEXT;
            case Call(var function, var arguments, var position) -> function.result();
            case Choice(var condition, var yes, var no, var type) -> type;
            case Truth truth -> Type.TRUTH;
            case Same same -> Type.TRUTH;
            case Ordered ordered -> Type.TRUTH;
            case All all -> Type.TRUTH;
            case Any any -> Type.TRUTH;
            case Not not -> Type.TRUTH;
            case Empty empty -> Type.TRUTH;
        };
    }
}
