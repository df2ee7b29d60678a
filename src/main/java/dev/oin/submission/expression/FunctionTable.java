package dev.oin.submission.expression;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions of a dialect, and what to write instead of others. */
final class FunctionTable {

    private static final Map<String, String> IN_SAML = Map.of(
            "len", "fn:length",
            "stringContains", "fn:contains",
            "append", "+=",
            "join", "+=",
            "replaceFirst", "fn:replace",
            "removeSpaces", "fn:replace",
            "stringSwitch", "a condition ? one : other");
    private static final Map<String, String> IN_OTHERS = Map.of(
            "length", "String.len",
            "contains", "String.stringContains",
            "trim", "String.removeSpaces",
            "containsIgnoreCase", "String.stringContains(String.toLowerCase(…), …)",
            "endsWith", "String.stringContains");
    private static final Set<String> FAMILIES_ELSEWHERE =
            Set.of("Convert", "Arrays", "Time", "Groups", "Iso3166Convert");

    private final Dialect dialect;
    private final Map<String, Function> functions;

    FunctionTable(Dialect dialect) {
        this.dialect = dialect;
        this.functions = dialect == Dialect.SAML ? JstlFunctions.ALL : StringFunctions.ALL;
    }

    /** Whether functions stand behind the name and a dot. */
    boolean isFamily(String root) {
        return root.equals("String") || FAMILIES_ELSEWHERE.contains(root);
    }

    Function find(Token at, String name) {
        var function = functions.get(name);
        if (function == null) {
            throw unknown(at, name);
        }
        return function;
    }

    /** Why there is no such function. */
    Refusal unknown(Token at, String name) {
        if (name.equals("T")) {
            return new Refusal(at.position(), "Types of the server cannot be reached.", hint());
        }
        var family = name.split("[.:]")[0];
        if (FAMILIES_ELSEWHERE.contains(family)) {
            return new Refusal(
                    at.position(), "%s functions are not offered: fields hold text.".formatted(family), hint());
        }
        var last = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
        var isForeign = dialect == Dialect.SAML ? name.startsWith("String.") : name.startsWith("fn:");
        return new Refusal(
                at.position(),
                isForeign
                        ? "%s functions do not exist in %s fields."
                                .formatted(dialect == Dialect.SAML ? "String." : "fn:", words())
                        : "There is no function %s.".formatted(Shown.shortened(name)),
                instead(last));
    }

    String hint() {
        return dialect == Dialect.SAML
                ? "SAML fields know fn: functions, such as fn:substringAfter(org.…, '//')."
                : "These fields know String. functions, such as String.substringAfter(app.…, '//').";
    }

    private String instead(String last) {
        var prefix = dialect == Dialect.SAML ? "fn:" : "String.";
        var replacement = (dialect == Dialect.SAML ? IN_SAML : IN_OTHERS).get(last);
        return functions.keySet().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).equals((prefix + last).toLowerCase(Locale.ROOT)))
                .filter(name -> replacement == null || !replacement.equals("+="))
                .findFirst()
                .or(() -> Optional.ofNullable(replacement))
                .map("Write %s."::formatted)
                .orElseGet(this::hint);
    }

    private String words() {
        return dialect == Dialect.OIDC ? "OIDC" : dialect == Dialect.SAML ? "SAML" : "SCIM and logout";
    }
}
