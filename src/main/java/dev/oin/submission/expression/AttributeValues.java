package dev.oin.submission.expression;

import dev.oin.submission.expression.Evaluation.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The values of a SAML attribute statement (submission-rules 12.5): {@code user.<attribute>}, {@code ${user.userName}}, SAML expressions over a
 * person's attributes, or literals, parted by commas.
 */
public final class AttributeValues {

    private static final Pattern NAMED =
            Pattern.compile("(user|appuser|idpuser|session|org|app)\\.(.*)", Pattern.DOTALL);
    private static final Pattern APP_USER = Pattern.compile("\\bappuser\\.([A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern OF_ANOTHER_APP = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*\\.([A-Za-z]+)");
    private static final Pattern CALL = Pattern.compile("(fn:|String\\.)[A-Za-z]+\\(.*", Pattern.DOTALL);

    private AttributeValues() {}

    /** One value of the list and where it begins. */
    record Part(String text, int position) {}

    /** The values, each as it was written. */
    public static List<String> split(String list) {
        return parts(list).stream()
                .map(Part::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** What is wrong with the list, if anything. */
    public static Optional<Fault> fault(String list) {
        try {
            for (var part : parts(list)) {
                check(part);
            }
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.fault());
        }
    }

    /** The attributes of a person that statements and mappings can use. */
    public static Set<String> personAttributes() {
        return UserAttributes.all();
    }

    /** The attributes of the app's user that the list asks for, without {@code appuser.}. */
    public static Set<String> appAttributes(String list) {
        return APP_USER.matcher(list).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** Whether the list asks for {@code user.login}, for which {@code ${user.userName}} is better. */
    public static boolean asksForLogin(String list) {
        return Pattern.compile("\\buser\\.login\\b").matcher(list).find();
    }

    /**
     * One value for one person; empty where the person has none.
     *
     * @param attributes by name, such as {@code user.email}
     */
    public static Optional<String> evaluate(String value, Map<String, String> attributes) {
        try {
            return Optional.of(new Evaluator(attributes)
                            .evaluate(tree(new Part(value.strip(), 0)))
                            .text())
                    .filter(text -> !text.isBlank());
        } catch (Refusal unusable) {
            return Optional.empty();
        }
    }

    private static void check(Part part) {
        if (part.text().isEmpty()) {
            throw new Refusal(part.position(), "There is an empty value beside a comma.", "Take the comma out.");
        }
        try {
            tree(part);
        } catch (Refusal refusal) {
            var fault = refusal.fault();
            throw new Refusal(part.position() + fault.position(), fault.message(), fault.hint());
        }
    }

    private static Node tree(Part part) {
        var text = part.text();
        if (isQuoted(text)) {
            return new Node.Text(text.substring(1, text.length() - 1));
        }
        if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            return Tree.of(Dialect.SAML, new Scope.Person(), text);
        }
        if (CALL.matcher(text).matches()) {
            throw new Refusal(0, "A function stands in a hole.", "Write ${…} around it.");
        }
        var named = NAMED.matcher(text);
        if (named.matches()) {
            return attribute(named.group(1), named.group(2));
        }
        var foreign = OF_ANOTHER_APP.matcher(text);
        if (foreign.matches() && UserAttributes.isKnown(foreign.group(1))) {
            throw new Refusal(
                    0,
                    "`%s` names an app; attributes of a named app are not offered.".formatted(Shown.shortened(text)),
                    "Use user.… or appuser.userName, or put quotes around the text.");
        }
        return new Node.Text(text);
    }

    private static Node attribute(String root, String name) {
        if (!WORD.matcher(name).matches()) {
            throw new Refusal(
                    0,
                    "`%s.%s` is not offered.".formatted(root, Shown.shortened(name)),
                    "Use an attribute such as user.email, or ${user.userName}.");
        }
        if (root.equals("user") && name.equals(UserAttributes.USER_NAME)) {
            throw new Refusal(0, "The user name is written in a hole.", "Write ${user.userName}.");
        }
        var token = new Token(Token.Kind.NAME, root, 0);
        var member = new Token(Token.Kind.NAME, name, root.length() + 1);
        return new Node.Named(new Scope.Person().resolve(Dialect.SAML, token, member), 0);
    }

    private static boolean isQuoted(String text) {
        return text.length() >= 2
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.indexOf(text.charAt(0), 1) == text.length() - 1;
    }

    /** A comma inside a hole, parentheses or a quoted text parts nothing. */
    private static List<Part> parts(String list) {
        var parts = new ArrayList<Part>();
        var depth = 0;
        var quote = '\0';
        var start = 0;
        for (var at = 0; at <= list.length(); at++) {
            var character = at == list.length() ? ',' : list.charAt(at);
            if (at == list.length() || character == ',' && depth == 0 && quote == '\0') {
                parts.add(part(list, start, at));
                start = at + 1;
            } else if (quote != '\0') {
                quote = character == quote ? '\0' : quote;
            } else if ((character == '"' || character == '\'')
                    && (depth > 0 || list.substring(start, at).isBlank())) {
                quote = character;
            } else if (character == '{') {
                depth++;
            } else if (character == '}') {
                depth = Math.max(0, depth - 1);
            }
        }
        return parts;
    }

    private static Part part(String list, int from, int to) {
        var text = list.substring(from, to);
        var blank = text.length() - text.stripLeading().length();
        return new Part(text.strip(), from + blank);
    }
}
