package dev.oin.submission;

import static java.util.stream.Collectors.joining;

import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.Problem;
import dev.oin.submission.expression.AttributeValues;
import dev.oin.submission.expression.Evaluation;
import dev.oin.submission.expression.Evaluation.Fault;
import dev.oin.submission.expression.Evaluation.Value;
import dev.oin.submission.expression.Expressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Evaluates every expression of a configuration with one customer's values. */
@Component
public class EvaluateExpressions {

    private static final int LONGEST_VALUE = 1024;

    /** The person that attribute values are shown for. */
    private static final Map<String, String> SOMEBODY = Map.of(
            "user.userName", "ada@example.com",
            "appuser.userName", "ada@example.com",
            "user.login", "ada@example.com",
            "user.email", "ada@example.com",
            "user.firstName", "Ada",
            "user.lastName", "Lovelace",
            "user.displayName", "Ada Lovelace");

    private final Expressions expressions;
    private final AddressRule addresses;
    private final Backgrounds backgrounds;

    EvaluateExpressions(Expressions expressions, AddressRule addresses, Backgrounds backgrounds) {
        this.expressions = expressions;
        this.addresses = addresses;
        this.backgrounds = backgrounds;
    }

    /** Each filled-in expression field of the chosen protocols, in the order of the pages; attribute values for an example person. */
    public List<Evaluated> evaluate(IntegrationId integration, Content content, Map<String, String> values) {
        return evaluate(content, values, backgrounds.of(integration).migrated());
    }

    List<Evaluated> evaluate(Content content, Map<String, String> values, boolean mayBeHttp) {
        var located = new FieldValues(content);
        var evaluated = new ArrayList<Evaluated>();
        for (var field : Fields.all()) {
            var isAttribute = field.format() == Format.ATTRIBUTE_VALUES;
            if (field.section().appliesTo(content)
                    && (isAttribute || field.format().isExpression())) {
                located.of(field).stream()
                        .filter(one -> !one.isMissing())
                        .map(one -> isAttribute
                                ? attribute(field, one.key(), one.text())
                                : address(field, one.key(), one.text(), content, values, mayBeHttp))
                        .forEach(evaluated::add);
            }
        }
        return evaluated;
    }

    /** Why the values cannot be taken, if so: a name that is not declared, a value too long. */
    public Optional<Problem> refusal(Content content, Map<String, String> values) {
        for (var value : values.entrySet()) {
            var at = "variables." + value.getKey();
            if (!content.configuration().variableNames().contains(value.getKey())) {
                return Optional.of(
                        Problem.error(at, "variables.unknown", "The integration has no variable of this name."));
            }
            if (value.getValue().length() > LONGEST_VALUE) {
                return Optional.of(Problem.error(
                        at,
                        "variables.length",
                        "%s may have at most %d characters.".formatted(label(content, value.getKey()), LONGEST_VALUE)));
            }
        }
        return Optional.empty();
    }

    private Evaluated attribute(Field field, String key, String text) {
        var fault = AttributeValues.fault(text);
        Evaluation evaluation = fault.isPresent()
                ? fault.get()
                : new Value(AttributeValues.split(text).stream()
                        .flatMap(value -> AttributeValues.evaluate(value, SOMEBODY).stream())
                        .collect(joining(", ")));
        return new Evaluated(
                key,
                field.label(),
                text,
                new TreeSet<>(),
                evaluation,
                fault.map(reason -> AddressRule.fault(field, key, reason)).orElse(null));
    }

    private Evaluated address(
            Field field, String key, String text, Content content, Map<String, String> values, boolean mayBeHttp) {
        var dialect = field.format().dialect();
        var names = new TreeSet<>(expressions.variablesOf(dialect, text));
        var evaluation =
                expressions.evaluate(dialect, text, content.configuration().variableNames(), values);
        var problem = switch (evaluation) {
            case Fault fault -> Optional.of(AddressRule.fault(field, key, fault));
            case Value(var value) ->
                addresses
                        .objection(field, key, value, mayBeHttp)
                        .map(objection -> names.isEmpty() ? objection : blamed(objection, names, content, value));
        };
        return new Evaluated(key, field.label(), text, names, evaluation, problem.orElse(null));
    }

    /** The problem at the variable whose value led to it, by its label. */
    private static Problem blamed(Problem problem, Set<String> names, Content content, String value) {
        var first = names.iterator().next();
        return Problem.error(
                "variables." + first,
                AddressRule.RULE,
                "%s. It becomes \"%s\". Check %s."
                        .formatted(
                                problem.message().replaceFirst("\\.$", ""),
                                value,
                                names.stream()
                                        .map(name -> "\"%s\"".formatted(label(content, name)))
                                        .collect(joining(" and "))));
    }

    private static String label(Content content, String name) {
        return content.configuration().variables().stream()
                .filter(variable -> name.equals(variable.name()))
                .flatMap(variable -> Stream.ofNullable(variable.label()))
                .findFirst()
                .orElse(name);
    }
}
