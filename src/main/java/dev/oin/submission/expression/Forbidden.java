package dev.oin.submission.expression;

/** Symbols that other expression languages know and these do not. */
final class Forbidden {

    private Forbidden() {}

    static void check(Token symbol, Dialect dialect) {
        var isSaml = dialect == Dialect.SAML;
        switch (symbol.text()) {
            case "=" -> refuse(symbol, "A single = would assign a value.", "Compare with ==.");
            case "++" -> refuse(symbol, "`++` is not an operator.", "Join texts with %s.".formatted(dialect.join()));
            case "+" -> {
                if (isSaml) {
                    refuse(symbol, "`+` is arithmetic in SAML fields.", "Join texts with +=.");
                }
            }
            case "+=" -> {
                if (!isSaml) {
                    refuse(symbol, "`+=` joins texts in SAML fields only.", "Join texts with +.");
                }
            }
            case "&&", "||" -> {
                if (!isSaml) {
                    var word = symbol.text().equals("&&") ? "AND" : "OR";
                    refuse(symbol, "`%s` is not offered here.".formatted(symbol.text()), "Write %s.".formatted(word));
                }
            }
            case "-", "*", "/", "%", "^", "**" ->
                refuse(
                        symbol,
                        "There is no arithmetic: `%s`.".formatted(symbol.text()),
                        "Put quotes around text such as a path.");
            case "@" -> refuse(symbol, "Objects of the server cannot be reached.", "Use declared variables.");
            case "[", "]" -> refuse(symbol, "There are no lists and no indexes.", "Use a function to cut text.");
            case "{" -> refuse(symbol, "A `{` has no meaning inside an expression.", dialect.shape());
            case "$", "#", "&", "|", ";", "->", "?.", "?:" ->
                refuse(symbol, "`%s` is not offered.".formatted(symbol.text()), dialect.shape());
            default -> {}
        }
    }

    private static void refuse(Token symbol, String what, String hint) {
        throw new Refusal(symbol.position(), what, hint);
    }
}
