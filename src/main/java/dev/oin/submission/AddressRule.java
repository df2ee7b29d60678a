package dev.oin.submission;

import dev.oin.kernel.Problem;
import dev.oin.submission.expression.Evaluation;
import dev.oin.submission.expression.Expressions;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether what an expression comes to is an address, whatever customers enter (submission-rules 12.6). */
@Component
class AddressRule {

    static final String RULE = "IR-EX-2";

    private final Expressions expressions;
    private final UrlRule urls;

    AddressRule(Expressions expressions, UrlRule urls) {
        this.expressions = expressions;
        this.urls = urls;
    }

    /** What is wrong with the expression, if anything; a warning where it is so for customers who enter nothing only. */
    Optional<Problem> check(Field field, String key, String text, Content content, Background background) {
        var dialect = field.format().dialect();
        var declared = content.configuration().variableNames();
        if (expressions.evaluate(dialect, text, declared, Map.of()) instanceof Evaluation.Fault fault) {
            return Optional.of(fault(field, key, fault));
        }
        var used = expressions.variablesOf(dialect, text);
        var tried = new Trial(field, key, text, declared, background.migrated());
        if (used.isEmpty()) {
            return tried.objection(Map.of());
        }
        var withWord = tried.objection(Samples.WORD.of(used));
        if (withWord.isPresent() && tried.objection(Samples.ADDRESS.of(used)).isPresent()) {
            return withWord.map(problem -> tried.explained(problem, Samples.WORD.words(used)));
        }
        return tried.unsetAtCustomers(used, background)
                .or(() -> tried.objection(Map.of()).map(unset -> tried.empty(unset, used)));
    }

    static Problem fault(Field field, String key, Evaluation.Fault fault) {
        return Problem.error(
                key,
                RULE,
                "%s, character %d: %s %s"
                        .formatted(field.label(), fault.position() + 1, fault.message(), fault.hint())
                        .strip());
    }

    /** What is wrong with an evaluated value; a host that was entered is looked at once it is known. */
    Optional<Problem> objection(Field field, String key, String value, boolean mayBeHttp) {
        if (field.format() == Format.SAML_TEXT) {
            return value.isBlank()
                    ? Optional.of(Problem.error(key, field.rule("format"), "%s is empty.".formatted(field.label())))
                    : Optional.empty();
        }
        if (field.key().equals("scim.base_url") && value.contains("_")) {
            return Optional.of(Problem.error(
                    key, field.rule("format"), "The base URL must not contain an underscore. Use a hyphen or none."));
        }
        return urls.check(field, key, value, mayBeHttp);
    }

    /** One expression that is tried with values. */
    private final class Trial {

        private final Field field;
        private final String key;
        private final String text;
        private final Set<String> declared;
        private final boolean mayBeHttp;
        private final boolean hostIsEntered;

        Trial(Field field, String key, String text, Set<String> declared, boolean mayBeHttp) {
            this.field = field;
            this.key = key;
            this.text = text;
            this.declared = declared;
            this.mayBeHttp = mayBeHttp;
            this.hostIsEntered = Stream.of(Samples.values())
                            .map(sample -> UrlRule.hostOf(value(sample.of(declared)), mayBeHttp))
                            .collect(Collectors.toSet())
                            .size()
                    > 1;
        }

        private String value(Map<String, String> values) {
            return switch (expressions.evaluate(field.format().dialect(), text, declared, values)) {
                case Evaluation.Value(var value) -> value;
                case Evaluation.Fault atItsLimits -> "";
            };
        }

        Optional<Problem> objection(Map<String, String> values) {
            var value = value(values);
            return AddressRule.this
                    .objection(field, key, value, mayBeHttp)
                    .filter(problem -> isAboutText(value)
                            || !hostIsEntered
                            || UrlRule.hostOf(value, mayBeHttp).isEmpty());
        }

        private boolean isAboutText(String value) {
            return field.format() == Format.SAML_TEXT || field.key().equals("scim.base_url") && value.contains("_");
        }

        /** Customers of the published version have no value for a variable that is new (IV-5). */
        Optional<Problem> unsetAtCustomers(Collection<String> used, Background background) {
            var fresh = new HashSet<>(used);
            fresh.removeAll(background.installed());
            if (background.installed().isEmpty() || fresh.isEmpty()) {
                return Optional.empty();
            }
            var old = new HashSet<>(used);
            old.retainAll(background.installed());
            return objection(Samples.WORD.of(old))
                    .filter(problem -> objection(Samples.ADDRESS.of(old)).isPresent())
                    .map(problem -> Problem.error(
                            key,
                            "IV-5",
                            "%s becomes \"%s\" at customers who installed before %s existed. %s"
                                    .formatted(
                                            field.label(), value(Samples.WORD.of(old)), quoted(fresh), advice(fresh))));
        }

        Problem explained(Problem problem, String with) {
            return Problem.error(
                    key,
                    RULE,
                    "%s With %s it becomes \"%s\"."
                            .formatted(problem.message(), with, value(Samples.WORD.of(declared))));
        }

        Problem empty(Problem unset, Collection<String> used) {
            return Problem.warning(
                    key,
                    RULE,
                    "%s becomes \"%s\" when %s is empty. Answers would go nowhere. %s"
                            .formatted(field.label(), value(Map.of()), quoted(used), advice(used)));
        }

        private String advice(Collection<String> names) {
            var name = names.stream().sorted().findFirst().orElse("name");
            var pattern = switch (field.format().dialect()) {
                case OIDC -> "{String.len(app.%s) == 0 ? … : …}";
                case SAML -> "${empty org.%s ? … : …}";
                case SCIM -> "(String.len(app.%s) == 0 ? … : …)";
            };
            return "Give a value for the empty case: `%s`.".formatted(pattern.formatted(name));
        }

        private static String quoted(Collection<String> names) {
            return names.stream().sorted().map("\"%s\""::formatted).collect(Collectors.joining(", "));
        }
    }
}
