package dev.oin.submission.expression;

import dev.oin.submission.expression.Evaluation.Value;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Evaluates the expressions of address fields; they reach declared variables and the functions of submission-rules 12.1, nothing else. */
@Component
public final class Expressions {

    private static final Pattern MENTIONED = Pattern.compile("\\b(?:app|org)\\.([A-Za-z_][A-Za-z0-9_]*)");

    /**
     * Evaluates the text.
     *
     * @param declared the names of the integration's variables
     * @param values by variable; one that is missing is unset
     */
    public Evaluation evaluate(Dialect dialect, String text, Set<String> declared, Map<String, String> values) {
        try {
            var tree = Tree.of(dialect, new Scope.Variables(declared), text);
            return new Value(new Evaluator(values).evaluate(tree).text());
        } catch (Refusal refusal) {
            return refusal.fault();
        }
    }

    /** The variables that the text uses, declared or not; of a text that cannot be read, those that it mentions. */
    public Set<String> variablesOf(Dialect dialect, String text) {
        var names = new HashSet<String>();
        try {
            NamesIn.collect(Tree.of(dialect, new Scope.AnyVariable(), text), names);
        } catch (Refusal unreadable) {
            MENTIONED.matcher(text).results().forEach(mention -> names.add(mention.group(1)));
        }
        return names;
    }
}
