package dev.oin.submission.expression;

import dev.oin.submission.expression.Node.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads operators, by recursive descent, into a tree whose types fit: what it accepts can fail at its limits only. */
final class Parser {

    private static final int DEEPEST = 20;

    private final Lexer lexer;
    private final boolean isSaml;
    private final Operands operands;
    private int depth;

    Parser(Lexer lexer, Scope scope) {
        this.lexer = lexer;
        this.isSaml = lexer.dialect() == Dialect.SAML;
        this.operands = new Operands(lexer, scope, this::expression);
    }

    Node expression() {
        return deeper(this::choice);
    }

    private Node deeper(Supplier<Node> part) {
        if (++depth > DEEPEST) {
            throw new Refusal(
                    lexer.peek().position(),
                    "The expression is nested more than %d deep.".formatted(DEEPEST),
                    "Split the cases with fewer conditions.");
        }
        var node = part.get();
        depth--;
        return node;
    }

    private Node choice() {
        var start = lexer.peek();
        var condition = any();
        if (!lexer.takes("?")) {
            return condition;
        }
        truth(condition, start, "What stands before ?");
        var yes = expression();
        lexer.expect(":", "Write both cases: condition ? one : other.");
        var at = lexer.peek();
        var no = expression();
        return new Node.Choice(condition, yes, no, common(yes.type(), no.type(), at));
    }

    private static Type common(Type yes, Type no, Token at) {
        if (yes == no) {
            return yes;
        }
        for (var type : List.of(Type.TEXT, Type.LIST)) {
            if (type.takes(yes) && type.takes(no)) {
                return type;
            }
        }
        throw new Refusal(
                at.position(),
                "The two cases differ: the first is %s, the second is %s.".formatted(yes.words(), no.words()),
                "Let both be text.");
    }

    private Node any() {
        return conditions(this::all, isSaml ? "||" : "OR", "or", Node.Any::new);
    }

    private Node all() {
        return conditions(this::same, isSaml ? "&&" : "AND", "and", Node.All::new);
    }

    private Node conditions(Supplier<Node> part, String operator, String word, Function<List<Node>, Node> join) {
        var start = lexer.peek();
        var first = part.get();
        if (!isOperator(operator, word)) {
            return first;
        }
        truth(first, start, "What stands beside " + operator);
        var parts = new ArrayList<>(List.of(first));
        while (isOperator(operator, word)) {
            lexer.take();
            var at = lexer.peek();
            var next = part.get();
            truth(next, at, "What stands beside " + operator);
            parts.add(next);
        }
        return join.apply(List.copyOf(parts));
    }

    private boolean isOperator(String operator, String word) {
        var next = lexer.peek();
        if (!isSaml && next.isWord(word)) {
            throw new Refusal(
                    next.position(), "`%s` is not an operator here.".formatted(word), "Write %s.".formatted(operator));
        }
        return next.is(operator) || next.isWord(isSaml ? word : operator);
    }

    private Node same() {
        var left = ordered();
        while (true) {
            var operator = lexer.peek();
            var isEqual = operator.is("==") || isSaml && operator.isWord("eq");
            if (!isEqual && !operator.is("!=") && !(isSaml && operator.isWord("ne"))) {
                return left;
            }
            lexer.take();
            var right = ordered();
            comparable(left.type(), right.type(), operator);
            left = new Node.Same(left, right, !isEqual);
        }
    }

    private static void comparable(Type left, Type right, Token operator) {
        var isList = left == Type.LIST || right == Type.LIST;
        if (isList || left != right && left != Type.NOTHING && right != Type.NOTHING) {
            throw new Refusal(
                    operator.position(),
                    "%s cannot be compared with %s.".formatted(capital(left.words()), right.words()),
                    "Put quotes around text, none around numbers.");
        }
    }

    private Node ordered() {
        var start = lexer.peek();
        var left = join();
        var operator = lexer.peek();
        var sign = sign(operator);
        if (sign == null) {
            return left;
        }
        lexer.take();
        var at = lexer.peek();
        var right = join();
        number(left, start, operator);
        number(right, at, operator);
        return new Node.Ordered(left, right, sign);
    }

    private @Nullable Sign sign(Token operator) {
        if (operator.kind() == Token.Kind.SYMBOL || isSaml && operator.kind() == Token.Kind.NAME) {
            return switch (operator.text()) {
                case "<", "lt" -> Sign.BELOW;
                case ">", "gt" -> Sign.ABOVE;
                case "<=", "le" -> Sign.AT_MOST;
                case ">=", "ge" -> Sign.AT_LEAST;
                default -> null;
            };
        }
        return null;
    }

    private Node join() {
        var start = lexer.peek();
        var operator = lexer.dialect().join();
        var first = unary();
        if (!lexer.peek().is(operator)) {
            return first;
        }
        joinable(first, start);
        var parts = new ArrayList<>(List.of(first));
        while (lexer.takes(operator)) {
            var at = lexer.peek();
            var next = unary();
            joinable(next, at);
            parts.add(next);
        }
        if (!isSaml && parts.stream().allMatch(part -> part.type() == Type.NUMBER)) {
            throw new Refusal(start.position(), "There is no arithmetic: + joins texts.", "Put quotes around text.");
        }
        return new Node.Join(List.copyOf(parts), start.position());
    }

    private void joinable(Node part, Token at) {
        if (!Type.TEXT.takes(part.type())) {
            throw new Refusal(
                    at.position(),
                    "This is %s; only text can be joined.".formatted(part.type().words()),
                    part.type() == Type.LIST
                            ? "Join its parts with fn:join."
                            : "Put a condition and its two cases in parentheses: (condition ? one : other).");
        }
    }

    private Node unary() {
        var next = lexer.peek();
        if (next.is("!") || isSaml && next.isWord("not")) {
            lexer.take();
            var at = lexer.peek();
            var condition = deeper(this::unary);
            truth(condition, at, "What stands after " + next.text());
            return new Node.Not(condition);
        }
        if (isSaml && next.isWord("empty")) {
            lexer.take();
            return new Node.Empty(deeper(this::unary));
        }
        return operands.read();
    }

    private static void truth(Node node, Token at, String what) {
        if (node.type() != Type.TRUTH) {
            throw new Refusal(
                    at.position(),
                    "%s must be true or false, and is %s."
                            .formatted(what, node.type().words()),
                    "Compare it with ==, or use a function that answers true or false.");
        }
    }

    private static void number(Node node, Token at, Token operator) {
        if (node.type() != Type.NUMBER) {
            throw new Refusal(
                    at.position(),
                    "Only numbers are compared with %s, and this is %s."
                            .formatted(operator.text(), node.type().words()),
                    "Compare texts with == or !=.");
        }
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
