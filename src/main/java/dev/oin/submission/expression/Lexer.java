package dev.oin.submission.expression;

import dev.oin.submission.expression.Token.Kind;
import java.util.List;

/** Parts an expression into tokens, one token ahead of its reader. */
final class Lexer {

    private static final List<String> SYMBOLS = List.of(
            "++", "+=", "==", "!=", "<=", ">=", "&&", "||", "?:", "?.", "->", "**", "=", "<", ">", "!", "+", "-", "*",
            "/", "%", "^", "?", ":", "(", ")", ",", ".", "{", "}", "[", "]", ";", "@", "#", "&", "|", "$");
    private static final int MOST_DIGITS = 9;

    private final String source;
    private final Dialect dialect;
    private int at;
    private Token ahead;

    Lexer(String source, int from, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
        this.at = from;
        this.ahead = read();
    }

    Dialect dialect() {
        return dialect;
    }

    /** The next token, which stays. */
    Token peek() {
        return ahead;
    }

    /** The next token, taken. */
    Token take() {
        var taken = ahead;
        ahead = read();
        return taken;
    }

    /** Takes the symbol if it is next. */
    boolean takes(String symbol) {
        if (!ahead.is(symbol)) {
            return false;
        }
        take();
        return true;
    }

    /** Takes the symbol, which has to be next. */
    void expect(String symbol, String why) {
        if (!ahead.is(symbol)) {
            throw new Refusal(ahead.position(), "`%s` is expected here, not %s.".formatted(symbol, ahead.shown()), why);
        }
        take();
    }

    private Token read() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        if (at == source.length()) {
            return new Token(Kind.END, "", at);
        }
        var first = source.charAt(at);
        if (first == '\'' || first == '"') {
            return text(first);
        }
        if (isLetter(first)) {
            return name();
        }
        return isDigit(first) ? number() : symbol();
    }

    private Token name() {
        var start = at;
        skipWord();
        var isFunction = source.substring(start, at).equals("fn")
                && at + 1 < source.length()
                && source.charAt(at) == ':'
                && isLetter(source.charAt(at + 1));
        if (isFunction) {
            at++;
            skipWord();
        }
        return new Token(isFunction ? Kind.FUNCTION : Kind.NAME, source.substring(start, at), start);
    }

    private void skipWord() {
        while (at < source.length() && (isLetter(source.charAt(at)) || isDigit(source.charAt(at)))) {
            at++;
        }
    }

    private Token number() {
        var start = at;
        skipWord();
        var digits = source.substring(start, at);
        if (!digits.chars().allMatch(digit -> isDigit((char) digit)) || digits.length() > MOST_DIGITS) {
            throw new Refusal(
                    start,
                    "`%s` is not a whole number of at most %d digits.".formatted(Shown.shortened(digits), MOST_DIGITS),
                    "Put quotes around text.");
        }
        return new Token(Kind.NUMBER, digits, start);
    }

    /** A quote in a text is doubled in OIDC and SCIM, and follows a backslash in SAML. */
    private Token text(char quote) {
        var start = at++;
        var value = new StringBuilder();
        while (at < source.length()) {
            var next = source.charAt(at);
            if (next == '\\' && dialect == Dialect.SAML && at + 1 < source.length() && escapes(source.charAt(at + 1))) {
                value.append(source.charAt(at + 1));
                at += 2;
            } else if (next != quote) {
                value.append(next);
                at++;
            } else if (dialect != Dialect.SAML && at + 1 < source.length() && source.charAt(at + 1) == quote) {
                value.append(quote);
                at += 2;
            } else {
                at++;
                return new Token(Kind.TEXT, value.toString(), start);
            }
        }
        throw new Refusal(
                start,
                "The text that begins here has no closing %s.".formatted(quote),
                "Close it with the same quote.");
    }

    private static boolean escapes(char character) {
        return character == '\'' || character == '"' || character == '\\';
    }

    private Token symbol() {
        for (var symbol : SYMBOLS) {
            if (source.startsWith(symbol, at)) {
                var token = new Token(Kind.SYMBOL, symbol, at);
                at += symbol.length();
                Forbidden.check(token, dialect);
                return token;
            }
        }
        throw new Refusal(
                at,
                "The character %s has no meaning here.".formatted(Shown.character(source.codePointAt(at))),
                "Put quotes around text.");
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z' || character == '_';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
