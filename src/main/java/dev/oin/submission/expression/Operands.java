package dev.oin.submission.expression;

import dev.oin.submission.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads what operators stand between: texts, numbers, names, calls, and expressions in parentheses. */
final class Operands {

    private final Lexer lexer;
    private final Scope scope;
    private final Supplier<Node> expression;
    private final FunctionTable functions;

    Operands(Lexer lexer, Scope scope, Supplier<Node> expression) {
        this.lexer = lexer;
        this.scope = scope;
        this.expression = expression;
        this.functions = new FunctionTable(lexer.dialect());
    }

    Node read() {
        var token = lexer.take();
        return switch (token.kind()) {
            case TEXT -> new Node.Text(token.text());
            case NUMBER -> new Node.Number(Long.parseLong(token.text()));
            case FUNCTION -> call(token, token.text());
            case NAME -> named(token);
            case SYMBOL, END -> {
                if (!token.is("(")) {
                    throw new Refusal(
                            token.position(),
                            "A value is expected here, not %s.".formatted(token.shown()),
                            lexer.dialect().shape());
                }
                var inner = expression.get();
                lexer.expect(")", "Close the parenthesis.");
                yield inner;
            }
        };
    }

    private Node named(Token token) {
        return switch (token.text()) {
            case "true" -> new Node.Truth(true);
            case "false" -> new Node.Truth(false);
            case "null" -> new Node.Nothing();
            case "new" ->
                throw new Refusal(
                        token.position(),
                        "Objects cannot be made.",
                        lexer.dialect().shape());
            default -> {
                if (lexer.peek().is("(")) {
                    throw functions.unknown(token, token.text());
                }
                if (!lexer.takes(".")) {
                    throw new Refusal(
                            token.position(),
                            "`%s` is not known here.".formatted(Shown.shortened(token.text())),
                            "Put quotes around text, and %s. before a variable's name."
                                    .formatted(lexer.dialect().prefix()));
                }
                yield member(token);
            }
        };
    }

    private Node member(Token root) {
        var member = lexer.take();
        if (member.kind() != Kind.NAME) {
            throw new Refusal(
                    member.position(),
                    "A name is expected after `%s.`, not %s.".formatted(root.text(), member.shown()),
                    lexer.dialect().shape());
        }
        if (functions.isFamily(root.text())) {
            return call(root, root.text() + "." + member.text());
        }
        if (lexer.peek().is("(")) {
            throw new Refusal(
                    root.position(),
                    "`%s.%s()` cannot be called: values have no functions of their own."
                            .formatted(Shown.shortened(root.text()), Shown.shortened(member.text())),
                    functions.hint());
        }
        var key = scope.resolve(lexer.dialect(), root, member);
        if (lexer.peek().is(".")) {
            throw new Refusal(
                    lexer.peek().position(),
                    "`%s.%s` is text and has no parts.".formatted(root.text(), Shown.shortened(member.text())),
                    functions.hint());
        }
        return new Node.Named(key, root.position());
    }

    private Node call(Token at, String name) {
        var function = functions.find(at, name);
        lexer.expect("(", "Give its values in parentheses.");
        var given = new ArrayList<Node>();
        if (!lexer.takes(")")) {
            do {
                var value = lexer.peek();
                var node = expression.get();
                if (!function.parameter(given.size()).takes(node.type())) {
                    throw new Refusal(
                            value.position(),
                            "%s takes %s here, and this is %s."
                                    .formatted(
                                            name,
                                            function.parameter(given.size()).words(),
                                            node.type().words()),
                            "Put quotes around text, none around numbers.");
                }
                given.add(node);
            } while (lexer.takes(","));
            lexer.expect(")", "Part values with commas and close the parenthesis.");
        }
        if (!function.takes(given.size())) {
            throw new Refusal(
                    at.position(),
                    "%s takes %s, and is given %d.".formatted(name, function.arity(), given.size()),
                    "Give as many as it takes.");
        }
        return new Node.Call(function, List.copyOf(given), at.position());
    }
}
