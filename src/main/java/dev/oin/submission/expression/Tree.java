package dev.oin.submission.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a whole field: text with holes, or one expression. */
final class Tree {

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("[^\\s'\"{}]*");
    private static final Pattern JOINED = Pattern.compile("\\+\\s*(app|org|String)\\.", Pattern.DOTALL);

    private final Dialect dialect;
    private final Scope scope;

    private Tree(Dialect dialect, Scope scope) {
        this.dialect = dialect;
        this.scope = scope;
    }

    static Node of(Dialect dialect, Scope scope, String text) {
        if (text.length() > Work.LONGEST_TEXT) {
            throw new Refusal(
                    Work.LONGEST_TEXT,
                    "The expression is longer than %d characters.".formatted(Work.LONGEST_TEXT),
                    "Shorten it.");
        }
        var tree = new Tree(dialect, scope);
        return switch (dialect) {
            case OIDC, SAML -> tree.textWithHoles(text);
            case SCIM -> ADDRESS.matcher(text).matches() ? tree.address(text) : tree.whole(text);
        };
    }

    private Node textWithHoles(String text) {
        var parts = new ArrayList<Node>();
        var from = 0;
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character == '}') {
                throw new Refusal(at, "This } closes nothing.", dialect.shape());
            }
            if (character == '{') {
                var start = opening(text, at);
                if (start > from) {
                    parts.add(new Node.Text(text.substring(from, start)));
                }
                var lexer = new Lexer(text, at + 1, dialect);
                parts.add(hole(lexer, start));
                at = lexer.peek().position();
                from = at + 1;
            }
        }
        if (from < text.length()) {
            parts.add(new Node.Text(text.substring(from)));
        }
        return new Node.Join(List.copyOf(parts), 0);
    }

    /** Where the hole begins that the brace opens. */
    private int opening(String text, int brace) {
        var before = brace == 0 ? ' ' : text.charAt(brace - 1);
        if (before == '$' && dialect == Dialect.OIDC) {
            throw new Refusal(brace - 1, "`${…}` belongs to SAML fields.", dialect.shape());
        }
        if (before == '#') {
            throw new Refusal(brace - 1, "`#{…}` is not offered.", dialect.shape());
        }
        if (before != '$' && dialect == Dialect.SAML) {
            throw new Refusal(brace, "A { without $ has no meaning in SAML fields.", dialect.shape());
        }
        var start = dialect == Dialect.SAML ? brace - 1 : brace;
        if (text.indexOf('}', brace) < 0) {
            throw new Refusal(start, "The hole that begins here is not closed.", "Close it with }.");
        }
        return start;
    }

    private Node hole(Lexer lexer, int start) {
        if (lexer.peek().is("}")) {
            throw new Refusal(start, "The hole is empty.", "Write a variable or an expression into it.");
        }
        var node = new Parser(lexer, scope).expression();
        end(lexer, "}");
        result(node, start);
        return node;
    }

    /** A plain address is its own value; what looks like one and is joined has lost its quotes. */
    private Node address(String text) {
        var brace = text.indexOf('{');
        if (brace >= 0 && text.indexOf('\'') < 0 && text.indexOf('"') < 0) {
            var start = brace > 0 && text.charAt(brace - 1) == '$' ? brace - 1 : brace;
            throw new Refusal(start, "There are no holes in SCIM and logout fields.", dialect.shape());
        }
        if (!PLAIN.matcher(text).matches() || JOINED.matcher(text).find()) {
            throw new Refusal(0, "Text that is joined needs quotes, and this one has none.", dialect.shape());
        }
        return new Node.Text(text);
    }

    private Node whole(String text) {
        var lexer = new Lexer(text, 0, dialect);
        var node = new Parser(lexer, scope).expression();
        end(lexer, "");
        result(node, 0);
        return node;
    }

    private static void end(Lexer lexer, String symbol) {
        var next = lexer.peek();
        var isEnd = symbol.isEmpty() ? next.kind() == Token.Kind.END : next.is(symbol);
        if (isEnd) {
            return;
        }
        if (next.isWord("matches")) {
            throw new Refusal(
                    next.position(),
                    "`matches` is not offered.",
                    "Use String.startsWith, String.stringContains or ==.");
        }
        throw new Refusal(
                next.position(),
                "The expression should end here, before %s.".formatted(next.shown()),
                "Join texts with %s.".formatted(lexer.dialect().join()));
    }

    private void result(Node node, int at) {
        var type = node.type();
        if (!Type.TEXT.takes(type) && !(type == Type.TRUTH && scope.statesTruth())) {
            throw new Refusal(
                    at,
                    "This comes to %s, not to text.".formatted(type.words()),
                    type == Type.LIST
                            ? "Join its parts with fn:join."
                            : "Say what stands there: condition ? 'one' : 'other'.");
        }
    }
}
