package dev.oin.submission;

import dev.oin.kernel.Problem;
import dev.oin.submission.FieldValues.Located;
import dev.oin.submission.SaveOutcome.Misfit;
import dev.oin.submission.expression.Dialect;
import dev.oin.submission.expression.Evaluation;
import dev.oin.submission.expression.Expressions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How variables and the expressions that use them hang together (IV-1 to IV-9). */
@Component
class VariableRules {

    private static final int MOST = 8;

    private final Expressions expressions;

    VariableRules(Expressions expressions) {
        this.expressions = expressions;
    }

    /** What is wrong with the variables as a whole. */
    List<Problem> problems(Content content, FieldValues values, Background background) {
        var problems = new ArrayList<Problem>();
        if (content.configuration().variables().size() > MOST && !background.migrated()) {
            problems.add(Problem.error("variables", "X-4", "You can have at most eight variables."));
        }
        gone(content, background).ifPresent(problems::add);
        var uses = uses(content, values);
        for (var located : values.of(Fields.get("variables[].name"))) {
            if (!located.isMissing() && !uses.containsKey(located.text())) {
                problems.add(Problem.warning(
                        located.key(), "IV-7", "No expression uses the variable \"%s\".".formatted(located.text())));
            }
        }
        queryOfLogout(content).ifPresent(problems::add);
        return problems;
    }

    /** Why the variables cannot be saved so: one is taken away that is still used (IV-6), or one too many is added (IV-2). */
    List<Misfit> refusals(Content before, Content after, Background background) {
        var was = before.configuration().variables().size();
        var is = after.configuration().variables().size();
        if (background.migrated() && is > MOST && is > was) {
            return List.of(misfit("X-4", "You can have at most eight variables; the ones beyond stay until deleted."));
        }
        if (is >= was) {
            return List.of();
        }
        var uses = uses(after, new FieldValues(after));
        var taken = new TreeSet<>(before.configuration().variableNames());
        taken.removeAll(after.configuration().variableNames());
        return taken.stream()
                .filter(uses::containsKey)
                .map(name -> misfit(
                        "IV-6",
                        "The variable \"%s\" is still used in %s. Change that first, or put the variable back."
                                .formatted(name, String.join(", ", uses.getOrDefault(name, Set.of())))))
                .toList();
    }

    /** The labels of the fields that use a variable, by its name. */
    TreeMap<String, Set<String>> uses(Content content, FieldValues values) {
        var uses = new TreeMap<String, Set<String>>();
        for (var field : Fields.all()) {
            if (field.format().isExpression() && field.section().appliesTo(content)) {
                for (var located : values.of(field)) {
                    names(field, located)
                            .forEach(name -> uses.computeIfAbsent(name, none -> new TreeSet<>())
                                    .add(field.label()));
                }
            }
        }
        return uses;
    }

    private Set<String> names(Field field, Located located) {
        return located.isMissing()
                ? Set.of()
                : expressions.variablesOf(field.format().dialect(), located.text());
    }

    private static Optional<Problem> gone(Content content, Background background) {
        var gone = new HashSet<>(background.installed());
        gone.removeAll(content.configuration().variableNames());
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.warning(
                        "variables",
                        "IV-5",
                        "The published version has %s. Without it, or under another name, what customers entered is lost."
                                .formatted(gone.stream()
                                        .sorted()
                                        .map("\"%s\""::formatted)
                                        .collect(Collectors.joining(", ")))));
    }

    private Optional<Problem> queryOfLogout(Content content) {
        var logout = content.configuration().ul();
        if (!Section.UNIVERSAL_LOGOUT.appliesTo(content) || logout == null || logout.endpoint() == null) {
            return Optional.empty();
        }
        var names = content.configuration().variableNames();
        var hasQuery = Arrays.stream(Samples.values())
                .map(sample -> expressions.evaluate(Dialect.SCIM, logout.endpoint(), names, sample.of(names)))
                .anyMatch(result -> result instanceof Evaluation.Value(var url) && url.contains("?"));
        return hasQuery
                ? Optional.of(Problem.warning(
                        "ul.endpoint",
                        "ul.endpoint.query",
                        "The query is left out of the token's audience. Take it out if you can."))
                : Optional.empty();
    }

    private static Misfit misfit(String rule, String message) {
        return new Misfit("variables", rule, message, Misfit.Kind.VALUE);
    }
}
