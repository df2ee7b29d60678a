package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.kernel.Problem;
import dev.oin.submission.expression.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what the expressions of page 2 come to at customers of several kinds, saved or just typed. */
@Component
public class PreviewExpressions {

    private final EvaluateExpressions evaluation;
    private final AddressRule addresses;
    private final VariableRules variables;
    private final Backgrounds backgrounds;

    PreviewExpressions(
            EvaluateExpressions evaluation, AddressRule addresses, VariableRules variables, Backgrounds backgrounds) {
        this.evaluation = evaluation;
        this.addresses = addresses;
        this.variables = variables;
        this.backgrounds = backgrounds;
    }

    /**
     * What the page's expressions come to.
     *
     * @param uses the labels of the fields that use a variable, by its name; declared variables only
     */
    public record Preview(List<ExpressionPreview> fields, Map<String, Set<String>> uses) {}

    /** Of the page's document, saved or as it was just typed; what could not be stored of it is looked past. */
    public Preview of(Submission submission, JsonNode page) {
        var document = PageShape.check(WizardPage.CONFIGURATION, page).document();
        var content = submission.content();
        var typed = new Content(
                content.protocols(),
                ContentJson.read(document, Configuration.class),
                content.logo(),
                content.testInformation());
        return of(typed, backgrounds.of(submission.integration()).migrated());
    }

    Preview of(Content content, boolean mayBeHttp) {
        var names = content.configuration().variableNames();
        var byKey = new LinkedHashMap<String, List<Evaluated>>();
        for (var customer : SampleCustomers.values()) {
            for (var evaluated : evaluation.evaluate(content, customer.values(names), mayBeHttp)) {
                byKey.computeIfAbsent(evaluated.key(), none -> new ArrayList<>())
                        .add(evaluated);
            }
        }
        var uses = new TreeMap<String, Set<String>>();
        names.forEach(name -> uses.put(name, Set.of()));
        variables.uses(content, new FieldValues(content)).forEach((name, labels) -> uses.replace(name, labels));
        return new Preview(
                byKey.values().stream()
                        .map(cases -> preview(cases, names, mayBeHttp))
                        .toList(),
                uses);
    }

    private ExpressionPreview preview(List<Evaluated> evaluated, Set<String> names, boolean mayBeHttp) {
        var first = evaluated.getFirst();
        var undeclared = new TreeSet<>(first.variables());
        undeclared.removeAll(names);
        return new ExpressionPreview(
                first.key(), first.label(), first.text(), first.variables(), undeclared, cases(evaluated, mayBeHttp));
    }

    private List<ExpressionPreview.Case> cases(List<Evaluated> evaluated, boolean mayBeHttp) {
        var first = evaluated.getFirst();
        if (first.variables().isEmpty() || evaluated.stream().allMatch(one -> isUnreadable(one, first))) {
            return List.of(new ExpressionPreview.Case("", first.evaluation(), objection(first, mayBeHttp)));
        }
        var customers = SampleCustomers.values();
        var cases = new ArrayList<ExpressionPreview.Case>();
        for (var at = 0; at < customers.length; at++) {
            var one = evaluated.get(at);
            cases.add(new ExpressionPreview.Case(
                    customers[at].words(one.variables()), one.evaluation(), objection(one, mayBeHttp)));
        }
        return cases;
    }

    private static boolean isUnreadable(Evaluated one, Evaluated first) {
        return one.evaluation() instanceof Evaluation.Fault && one.evaluation().equals(first.evaluation());
    }

    private @Nullable String objection(Evaluated evaluated, boolean mayBeHttp) {
        var field = Fields.get(evaluated.key());
        return field.format() == Format.ATTRIBUTE_VALUES
                ? null
                : evaluated
                        .value()
                        .flatMap(value -> addresses.objection(field, evaluated.key(), value, mayBeHttp))
                        .map(Problem::message)
                        .orElse(null);
    }
}
