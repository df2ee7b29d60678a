package dev.oin.submission.expression;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes expressions up, the same ones for the same seed: sound ones of a dialect's grammar, damaged ones, and noise. */
final class GeneratedExpressions {

    static final List<String> VARIABLES = List.of("subdomain", "region", "base_url", "company_id", "a");

    private static final List<String> HOSTILE = List.of(
            "T(java.lang.Runtime)",
            "new java.io.File('x')",
            "@bean",
            "#root",
            "app.class",
            "''.getClass()",
            "org['x']",
            "user.password",
            "session.id",
            "pageContext.request",
            "System.getenv()",
            "app.secret",
            "org.secret",
            "secret",
            "${",
            "#{",
            "{",
            "}",
            "'",
            "\"",
            "\\",
            "(",
            ")",
            "?",
            ":",
            ",",
            "+",
            "+=",
            "==",
            "=",
            "&&",
            "matches",
            "->",
            ";",
            "\0",
            "\uD800",
            "\uDFFF",
            "😀",
            "\u202E",
            "\n",
            "9999999999",
            "-1",
            "0x10",
            "fn:",
            "String.",
            "app.",
            "org..x");
    private final Random random;
    private final Dialect dialect;

    GeneratedExpressions(Dialect dialect, long seed) {
        this.dialect = dialect;
        this.random = new Random(seed);
    }

    /** The next one: half of them sound, a third damaged, the rest noise. */
    String next() {
        return switch (random.nextInt(6)) {
            case 0, 1, 2 -> sound();
            case 3, 4 -> damaged(sound());
            default -> noise();
        };
    }

    String sound() {
        return switch (dialect) {
            case OIDC -> holes("{", "}");
            case SAML -> holes("${", "}");
            case SCIM -> text(4);
        };
    }

    private String holes(String open, String close) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(part -> pick("https://", "", ".example.org/") + open + text(4) + close)
                .collect(Collectors.joining("/"));
    }

    private String text(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(6)) {
            case 0, 1 -> call(depth);
            case 2 -> "(%s ? %s : %s)".formatted(truth(depth - 1), text(depth - 1), text(depth - 1));
            case 3 -> "%s %s %s".formatted(text(depth - 1), dialect.join(), text(depth - 1));
            case 4 -> "(" + text(depth - 1) + ")";
            default -> leaf();
        };
    }

    private String truth(int depth) {
        var isSaml = dialect == Dialect.SAML;
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 1 -> "!(" + truth(depth - 1) + ")";
            case 2 -> {
                var operator = isSaml ? pick("&&", "||", "and", "or") : pick("AND", "OR");
                yield "(%s %s %s)".formatted(truth(depth - 1), operator, truth(depth - 1));
            }
            case 3 ->
                isSaml
                        ? "empty (" + text(depth - 1) + ")"
                        : "String.len(%s) >= %d".formatted(text(depth - 1), random.nextInt(20));
            default -> "%s %s %s".formatted(leaf(), isSaml ? pick("==", "!=", "eq", "ne") : pick("==", "!="), leaf());
        };
    }

    private String call(int depth) {
        Supplier<String> part = () -> text(depth - 1);
        return dialect == Dialect.SAML
                ? pick(
                        "fn:toUpperCase(%s)".formatted(part.get()),
                        "fn:substringAfter(%s, %s)".formatted(part.get(), part.get()),
                        "fn:replace(%s, %s, %s)".formatted(part.get(), leaf(), part.get()),
                        "fn:join(fn:split(%s, %s), %s)".formatted(part.get(), leaf(), leaf()),
                        "fn:substring(%s, %d, %d)".formatted(part.get(), random.nextInt(9), random.nextInt(99)),
                        "fn:escapeXml(%s)".formatted(part.get()))
                : pick(
                        "String.toUpperCase(%s)".formatted(part.get()),
                        "String.substringBefore(%s, %s)".formatted(part.get(), part.get()),
                        "String.replace(%s, %s, %s)".formatted(part.get(), leaf(), part.get()),
                        "String.join(%s, %s, %s)".formatted(leaf(), part.get(), part.get()),
                        "String.stringSwitch(%s, %s, %s, %s)".formatted(part.get(), leaf(), leaf(), part.get()),
                        "String.append(%s, %s)".formatted(part.get(), part.get()));
    }

    private String leaf() {
        return random.nextBoolean()
                ? dialect.prefix() + "." + VARIABLES.get(random.nextInt(VARIABLES.size()))
                : "'" + word() + "'";
    }

    private String word() {
        return pick("https://", "acme", "", ".example.org", "x".repeat(random.nextInt(40)), "Ä ö/?#", "a");
    }

    private String damaged(String sound) {
        var text = new StringBuilder(sound);
        for (var damage = random.nextInt(3); damage >= 0; damage--) {
            var at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, HOSTILE.get(random.nextInt(HOSTILE.size())));
                case 1 -> text.setLength(at);
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
                default -> text.insert(at, text.substring(0, at));
            }
        }
        return text.toString();
    }

    private String noise() {
        return Stream.generate(() -> random.nextBoolean()
                        ? HOSTILE.get(random.nextInt(HOSTILE.size()))
                        : Character.toString((char) random.nextInt(0x250)))
                .limit(random.nextInt(30))
                .collect(Collectors.joining(random.nextBoolean() ? "" : " "));
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
