package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.submission.LimitsTable.Answer;
import dev.oin.submission.LimitsTable.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every limit at, below and above its bound: as a document, and typed into the page's form. */
class LimitsTest {

    private static final Set<Protocol> USUAL =
            Set.of(Protocol.OIDC, Protocol.SAML, Protocol.SCIM, Protocol.UNIVERSAL_LOGOUT);

    @ParameterizedTest
    @MethodSource("rows")
    void a_document_is_judged_as_the_table_says(Row row) {
        var pages = row.pages();

        assertThat(judged(row, pages.configuration(), pages.testInformation())).isEqualTo(wanted(row));
    }

    @ParameterizedTest
    @MethodSource("rowsThatCanBeTyped")
    void a_form_is_judged_as_the_table_says(Row row) {
        var pages = row.pages();
        var configuration = PageForm.document(WizardPage.CONFIGURATION, typed(pages.configuration(), ""));
        var tests = PageForm.document(WizardPage.TEST_INFORMATION, typed(pages.testInformation(), ""));

        assertThat(judged(row, configuration, tests)).isEqualTo(wanted(row));
    }

    @Test
    void the_table_has_a_row_for_every_field_that_can_be_too_long() {
        var inTable = rows().filter(row -> row.rule().endsWith(".length"))
                .map(row -> row.rule().replaceFirst(".length$", ""))
                .toList();

        assertThat(Fields.all().stream()
                        .filter(field -> field.format().isText())
                        .filter(field -> !field.key().startsWith("scim.mappings"))
                        .filter(field -> field.format() != Format.PHONE)
                        .map(Field::key))
                .isSubsetOf(inTable);
    }

    static Stream<Row> rows() {
        return Stream.concat(LimitsTable.rows().stream(), LimitsTable.rowsOfEntitlements().stream());
    }

    /** A form without any mapping is one that nobody has filled in: it gets the usual ones. */
    static Stream<Row> rowsThatCanBeTyped() {
        return rows().filter(row -> !row.rule().equals("scim.mappings.required"));
    }

    private static List<String> wanted(Row row) {
        return row.answer() == Answer.WELL
                ? List.of()
                : List.of("%s %s %s".formatted(row.answer(), row.field(), row.rule()));
    }

    private static List<String> judged(Row row, JsonNode configuration, JsonNode tests) {
        var second = PageShape.check(WizardPage.CONFIGURATION, configuration);
        var third = PageShape.check(WizardPage.TEST_INFORMATION, tests);
        var misfits = Stream.concat(second.misfits().stream(), third.misfits().stream())
                .map(misfit -> "%s %s %s".formatted(Answer.REFUSED, misfit.field(), misfit.rule()))
                .toList();
        return misfits.isEmpty() ? errors(row, second.document(), third.document()) : misfits;
    }

    private static List<String> errors(Row row, ObjectNode configuration, ObjectNode tests) {
        var content = new Content(
                row.isOfEntitlements() ? Set.of(Protocol.values()) : USUAL,
                ContentJson.read(configuration, Configuration.class),
                new Logo("0", "image/png", 200, 200, 100),
                ContentJson.read(tests, TestInformation.class));
        return WholeSubmission.problems(
                        PageFixture.rules(),
                        content,
                        Background.NONE,
                        Set.of("test.password", "scim.oauth.client_secret"),
                        TestCredentials.Standing.PRESENT)
                .stream()
                .filter(Problem::isError)
                .map(problem -> "%s %s %s".formatted(Answer.PROBLEM, problem.field(), problem.rule()))
                .toList();
    }

    /** The document as a browser posts it: every member is an input named after its field. */
    private static Map<String, List<String>> typed(JsonNode node, String path) {
        var inputs = new LinkedHashMap<String, List<String>>();
        node.properties().forEach(member -> type(path + member.getKey(), member.getValue(), inputs));
        return inputs;
    }

    private static void type(String path, JsonNode value, Map<String, List<String>> inputs) {
        if (value.isObject()) {
            value.properties().forEach(member -> type(path + "." + member.getKey(), member.getValue(), inputs));
        } else if (value.isArray()
                && Fields.all().stream().anyMatch(field -> field.path().equals(path))) {
            var chosen = new ArrayList<>(List.of(""));
            value.forEach(one -> chosen.add(one.asText()));
            inputs.put(nameOf(path), chosen);
        } else if (value.isArray()) {
            for (var row = 0; row < value.size(); row++) {
                type("%s[%d]".formatted(path, row), value.get(row), inputs);
            }
        } else {
            inputs.put(nameOf(path), List.of(value.asText()));
        }
    }

    private static String nameOf(String path) {
        var general = path.replaceAll("\\[\\d+]", "[]");
        return Fields.all().stream()
                .filter(field -> field.path().equals(general))
                .map(field -> path.endsWith(general) ? field.key() : path)
                .findFirst()
                .orElse(path);
    }
}
