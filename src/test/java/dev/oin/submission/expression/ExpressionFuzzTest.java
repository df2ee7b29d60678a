package dev.oin.submission.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.oin.submission.expression.Evaluation.Fault;
import dev.oin.submission.expression.Evaluation.Value;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed into an expression field: an answer, within its limits, from nothing but the declared variables (submission-rules 12.6). */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExpressionFuzzTest {

    private static final int MANY = 1_500;
    private static final String CANARY = "canary-of-what-nobody-declared";
    private static final Set<String> DECLARED = Set.copyOf(GeneratedExpressions.VARIABLES);

    private final Expressions expressions = new Expressions();

    @ParameterizedTest
    @EnumSource
    void every_text_is_answered_with_a_value_within_its_length_or_a_fault_at_its_place(Dialect dialect) {
        var generated = new GeneratedExpressions(dialect, 20_261_129);
        var values = new HashMap<String, Boolean>();
        for (var number = 0; number < MANY; number++) {
            var text = generated.next();

            switch (expressions.evaluate(dialect, text, DECLARED, new Watched())) {
                case Value(var value) -> {
                    assertThat(value)
                            .as(text)
                            .hasSizeLessThanOrEqualTo(Work.LONGEST_TEXT)
                            .doesNotContain(CANARY);
                    values.put(text, true);
                }
                case Fault fault -> {
                    assertThat(fault.position()).as("%s: %s", text, fault).isBetween(0, text.length());
                    assertThat(fault.message()).as(text).isNotBlank().hasSizeLessThan(400);
                }
            }
        }
        assertThat(values).as("sound ones, so that evaluation is tried too").hasSizeGreaterThan(MANY / 4);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_made_by_the_grammar_is_accepted(Dialect dialect) {
        var generated = new GeneratedExpressions(dialect, 7);
        for (var number = 0; number < MANY; number++) {
            var text = generated.sound();

            assertThatCode(() -> Tree.of(dialect, new Scope.Variables(DECLARED), text))
                    .as(text)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void evaluation_pays_for_its_steps_and_asks_for_declared_variables_only(Dialect dialect) {
        var generated = new GeneratedExpressions(dialect, 42);
        for (var number = 0; number < MANY; number++) {
            var text = generated.sound();
            var watched = new Watched();
            var work = new Work();

            run(Tree.of(dialect, new Scope.Variables(DECLARED), text), watched, work);

            assertThat(work.spent()).as(text).isPositive();
            assertThat(watched.asked).as(text).isSubsetOf(DECLARED);
        }
    }

    @ParameterizedTest
    @MethodSource("costly")
    void what_costs_too_much_is_ended_by_its_steps(String text) {
        var longest = new HashMap<String, String>();
        DECLARED.forEach(name -> longest.put(name, "a".repeat(1024)));
        var work = new Work();

        assertThat(run(Tree.of(Dialect.SCIM, new Scope.Variables(DECLARED), text), longest, work))
                .isTrue();

        assertThat(work.spent()).isLessThan(2 * Work.MOST_STEPS);
    }

    static Stream<String> costly() {
        var wide = "String.append(app.a, String.append(app.region, app.base_url))";
        var found = "String.stringContains(%s, String.append(app.a, 'b'))".formatted(wide);
        return Stream.of(
                IntStream.range(0, 28)
                                .mapToObj(at -> found)
                                .reduce("%s OR %s"::formatted)
                                .orElseThrow() + " ? 'a' : 'b'",
                "String.replace(app.a, 'a', app.a)",
                "String.replace(String.replace(app.a, 'a', 'aa'), 'a', 'aaa')");
    }

    @ParameterizedTest
    @EnumSource
    void the_names_in_any_text_can_be_told(Dialect dialect) {
        var generated = new GeneratedExpressions(dialect, 99);
        for (var number = 0; number < MANY; number++) {
            var text = generated.next();

            assertThatCode(() -> expressions.variablesOf(dialect, text))
                    .as(text)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void attribute_values_of_any_kind_are_answered_without_what_is_not_offered() {
        var person = Map.of(
                "user.userName",
                "ada@example.com",
                "user.password",
                CANARY,
                "session.id",
                CANARY,
                "secret",
                CANARY,
                "app.secret",
                CANARY,
                "user.id",
                CANARY);
        var generated = new GeneratedExpressions(Dialect.SAML, 3);
        for (var number = 0; number < MANY; number++) {
            var text = generated.next().replace("org.", "user.") + (number % 3 == 0 ? ", user.password" : "");

            assertThatCode(() -> AttributeValues.fault(text)).as(text).doesNotThrowAnyException();
            for (var value : AttributeValues.split(text)) {
                assertThat(AttributeValues.evaluate(value, person).orElse(""))
                        .as(text)
                        .doesNotContain(CANARY);
            }
        }
    }

    @Test
    void there_are_the_functions_of_the_specification_and_no_others() {
        assertThat(StringFunctions.ALL)
                .containsOnlyKeys(names(
                        "String.",
                        "append join len removeSpaces replace replaceFirst startsWith stringContains stringSwitch substring"
                                + " substringAfter substringBefore toUpperCase toLowerCase"));
        assertThat(JstlFunctions.ALL)
                .containsOnlyKeys(names(
                        "fn:",
                        "contains containsIgnoreCase endsWith escapeXml indexOf join length replace split startsWith substring"
                                + " substringAfter substringBefore toLowerCase toUpperCase trim"));
    }

    private static String[] names(String prefix, String words) {
        return Arrays.stream(words.split(" ")).map(prefix::concat).toArray(String[]::new);
    }

    /** Whether the evaluation was ended at its limits. */
    private static boolean run(Node tree, Map<String, String> values, Work work) {
        try {
            new Evaluator(values, work).evaluate(tree);
            return false;
        } catch (Refusal atItsLimits) {
            assertThat(atItsLimits.fault().message()).containsAnyOf("too long", "longer than");
            return true;
        }
    }

    /** Values of more names than are declared; remembers what was asked for. */
    private static final class Watched extends AbstractMap<String, String> {

        private final Set<String> asked = new HashSet<>();

        @Override
        public @Nullable String get(Object name) {
            asked.add((String) name);
            return switch ((String) name) {
                case "subdomain" -> "acme";
                case "region" -> "";
                case "base_url" -> "https://acme.example.com/?a=1#x";
                case "a" -> "a".repeat(200);
                case "company_id" -> null;
                default -> CANARY;
            };
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            throw new UnsupportedOperationException("Nobody lists the values");
        }
    }
}
