package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.submission.SaveOutcome.Misfit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PageShapeTest {

    @ParameterizedTest
    @CsvSource({
        "display_name, 64",
        "description, 1023",
        "public_support.link, 2048",
        "variables[].label, 255",
        "variables[].name, 1024",
        "oidc.redirect_uris[], 1024",
        "oidc.initiate_login_uri, 1024",
        "oidc.post_logout_uris[], 1024",
        "oidc.config_guide_url, 2048",
        "saml.acs_url, 1024",
        "saml.acs_endpoints[].url, 1024",
        "saml.audience, 1024",
        "saml.attributes[].name, 512",
        "saml.attributes[].values, 1024",
        "saml.group_attributes[].expression, 1024",
        "scim.base_url, 1024",
        "ul.endpoint, 1024",
        "test.instructions, 4000",
        "oidc_test.sp_url, 512",
        "saml_test.sp_url, 512",
        "saml_test.sp_description, 2048"
    })
    void a_field_has_the_length_that_was_agreed(String key, int length) {
        assertThat(Fields.get(key).maxLength()).isEqualTo(length);
    }

    static Stream<Field> texts() {
        return Fields.all().stream().filter(field -> field.format().isText());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_text_of_the_greatest_length_is_stored(Field field) {
        assertThat(check(field, quoted(field.maxLength()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_text_one_longer_is_refused(Field field) {
        var misfits = check(field, quoted(field.maxLength() + 1));

        assertThat(misfits).singleElement().satisfies(misfit -> {
            assertThat(misfit.rule()).isEqualTo(field.key() + ".length");
            assertThat(misfit.kind()).isEqualTo(Misfit.Kind.VALUE);
            assertThat(misfit.field()).isEqualTo(field.key().replace("[]", "[0]"));
        });
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_control_character_is_refused(Field field) {
        assertThat(check(field, "\"a\\u0000b\"")).extracting(Misfit::kind).containsExactly(Misfit.Kind.VALUE);
    }

    static Stream<Arguments> wrongTypes() {
        return Fields.all().stream()
                .filter(field -> field.format() != Format.IMAGE && field.format() != Format.CONSTANT)
                .flatMap(field -> Stream.of("{\"a\":1}", "7.5", field.format() == Format.YES_NO ? "\"true\"" : "true")
                        .map(json -> Arguments.of(field, json)));
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void a_wrong_type_is_refused(Field field, String json) {
        var misfits = check(field, json);

        assertThat(misfits).isNotEmpty().allMatch(misfit -> misfit.kind() == Misfit.Kind.SHAPE);
    }

    static Stream<Field> choices() {
        return Fields.all().stream()
                .filter(field -> field.format() == Format.CHOICE || field.format() == Format.CHOICES);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void a_word_that_is_not_in_the_list_is_refused(Field field) {
        var json = field.format() == Format.CHOICE ? "\"NONSENSE\"" : "[\"NONSENSE\"]";

        assertThat(check(field, json)).singleElement().satisfies(misfit -> {
            assertThat(misfit.kind()).isEqualTo(Misfit.Kind.VALUE);
            assertThat(misfit.message()).contains(field.choices().getFirst().value());
        });
    }

    @ParameterizedTest
    @MethodSource("choices")
    void each_word_of_the_list_is_stored(Field field) {
        for (var choice : field.choices()) {
            var json = field.format() == Format.CHOICE ? "\"%s\"" : "[\"%s\"]";

            assertThat(check(field, json.formatted(choice.value()))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"catalogue":{}}                              | catalogue
            {"catalog":{"name":"x"}}                      | catalog.name
            {"variables":[{"label":"x","secret":true}]}   | variables[0].secret
            {"saml":{"acs_endpoints":[{"urls":"x"}]}}     | saml.acs_endpoints[0].urls
            {"scim":{"oauth":{"password":"x"}}}           | scim.oauth.password
            """)
    void an_unknown_member_is_named(String json, String member) {
        var misfits = PageShape.check(WizardPage.CONFIGURATION, PageFixture.read(json))
                .misfits();

        assertThat(misfits).singleElement().satisfies(misfit -> {
            assertThat(misfit.field()).isEqualTo(member);
            assertThat(misfit.kind()).isEqualTo(Misfit.Kind.SHAPE);
        });
    }

    @Test
    void texts_are_trimmed_and_sets_put_in_order() {
        var page = PageFixture.read("""
                {"catalog":{"display_name":"  Example \\n","use_cases":["Zero Trust","Automation","Zero Trust"]}}""");

        var tidy = PageShape.check(WizardPage.CONFIGURATION, page).document();

        assertThat(tidy.at("/catalog/display_name").asText()).isEqualTo("Example");
        assertThat(tidy.at("/catalog/use_cases").toString()).isEqualTo("[\"Automation\",\"Zero Trust\"]");
    }

    static Stream<Field> sets() {
        return Fields.all().stream().filter(field -> field.format() == Format.CHOICES);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void the_order_in_which_a_set_is_sent_does_not_matter(Field field) {
        var words = field.choices().stream()
                .map(choice -> "\"" + choice.value() + "\"")
                .toList();

        var sent = shape(field, "[" + String.join(",", words.reversed()) + "]").document();

        assertThat(sent)
                .isEqualTo(shape(field, "[" + String.join(",", words) + "]").document());
    }

    @Test
    void a_secret_is_taken_out_of_the_document() {
        var page = PageFixture.pages().testInformation();

        var checked = PageShape.check(WizardPage.TEST_INFORMATION, page);

        assertThat(checked.document().toString()).doesNotContain("fixture password");
        assertThat(checked.secrets()).containsOnlyKeys("test.password");
        assertThat(checked.secrets().toString()).doesNotContain("fixture password");
    }

    @Test
    void what_was_read_can_be_sent_back() {
        var page = PageFixture.read("""
                {"password_set":true,"oidc_test":{"sp":true,"idp":true,"jit":false}}""");

        assertThat(PageShape.check(WizardPage.TEST_INFORMATION, page).misfits()).isEmpty();
    }

    @Test
    void a_list_of_a_hundred_and_one_rows_is_refused() {
        var page = PageFixture.read("{\"variables\":[%s{}]}".formatted("{},".repeat(100)));

        var misfits = PageShape.check(WizardPage.CONFIGURATION, page).misfits();

        assertThat(misfits).extracting(Misfit::rule).containsExactly("variables.length");
    }

    private static List<Misfit> check(Field field, String json) {
        return shape(field, json).misfits();
    }

    private static PageShape.Checked shape(Field field, String json) {
        var path = field.path();
        var document = new StringBuilder();
        var ends = new StringBuilder();
        for (var step : path.split("\\.")) {
            document.append("{\"%s\":".formatted(step.replace("[]", "")));
            ends.insert(0, '}');
            if (step.endsWith("[]")) {
                document.append('[');
                ends.insert(0, ']');
            }
        }
        var page = PageFixture.read(document + json + ends);
        return PageShape.check(field.section().page(), page);
    }

    private static String quoted(int length) {
        return "\"" + "x".repeat(length) + "\"";
    }
}
