package dev.oin.submission.expression;

import dev.oin.submission.expression.Evaluation.Fault;
import dev.oin.submission.expression.Evaluation.Value;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Static values only: what has no hole is its own value; what has one is refused, since expressions are not evaluated yet. */
@Component
class StaticExpressions implements Expressions {

    private static final String NOT_YET = "Expressions over variables are not evaluated yet.";
    private static final String HINT = "Enter the complete address, without variables.";
    private static final Pattern QUOTED = Pattern.compile("'([^'\"\\\\]*)'|\"([^'\"\\\\]*)\"");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\s'\"{}]*");

    @Override
    public Evaluation evaluate(Dialect dialect, String text, Map<String, String> variables) {
        return switch (dialect) {
            case OIDC, SAML -> textWithHoles(text);
            case SCIM -> wholeExpression(text);
        };
    }

    private static Evaluation textWithHoles(String text) {
        var hole = text.indexOf('{');
        if (hole < 0) {
            hole = text.indexOf('}');
        }
        if (hole < 0) {
            return new Value(text);
        }
        var start = hole > 0 && text.charAt(hole - 1) == '$' ? hole - 1 : hole;
        return new Fault(start, NOT_YET, HINT);
    }

    private static Evaluation wholeExpression(String text) {
        var quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return new Value(quoted.group(1) == null ? quoted.group(2) : quoted.group(1));
        }
        if (PLAIN.matcher(text).matches()) {
            return new Value(text);
        }
        return new Fault(0, NOT_YET, HINT);
    }
}
