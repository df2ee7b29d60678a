package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.oin.submission.expression.Evaluation;
import org.junit.jupiter.api.Test;

class PreviewExpressionsTest {

    private static final String SUBDOMAIN = "[{\"label\":\"Subdomain\",\"name\":\"subdomain\"}]";

    @Test
    void shows_an_expression_for_a_word_for_nothing_for_an_address_and_for_something_odd() {
        var preview = preview(PageFixture.pages()
                .with("variables", SUBDOMAIN)
                .with("saml.acs_url", "\"https://${org.subdomain}.example.org/acs\""));

        assertThat(field(preview, "saml.acs_url").cases())
                .extracting(ExpressionPreview.Case::who, ExpressionPreview.Case::evaluation)
                .containsExactly(
                        tuple("subdomain = acme", new Evaluation.Value("https://acme.example.org/acs")),
                        tuple("subdomain left empty", new Evaluation.Value("https://.example.org/acs")),
                        tuple(
                                "subdomain = https://acme.example.com",
                                new Evaluation.Value("https://https://acme.example.com.example.org/acs")),
                        tuple("subdomain = Ä b/?#\"", new Evaluation.Value("https://Ä b/?#\".example.org/acs")));
        assertThat(field(preview, "saml.acs_url").cases().getFirst().objection())
                .isNull();
        assertThat(field(preview, "saml.acs_url").cases().getLast().objection()).contains("not a complete URL");
    }

    @Test
    void says_where_an_expression_cannot_be_read_and_which_of_its_variables_there_are_not() {
        var preview = preview(PageFixture.pages()
                .with("variables", SUBDOMAIN)
                .with("scim.base_url", "\"'https://' + app.region + app.x\""));

        assertThat(field(preview, "scim.base_url").fault())
                .get()
                .extracting(Evaluation.Fault::position)
                .isEqualTo(13);
        assertThat(field(preview, "scim.base_url").undeclared()).containsExactly("region", "x");
    }

    @Test
    void says_which_fields_use_a_variable_and_which_variable_none_uses() {
        var preview = preview(PageFixture.pages()
                .with("variables", "[{\"label\":\"A\",\"name\":\"a\"},{\"label\":\"B\",\"name\":\"b\"}]")
                .with("ul.endpoint", "\"'https://' + app.a + '.example.org/r'\""));

        assertThat(preview.uses().get("a")).containsExactly("Global token revocation endpoint");
        assertThat(preview.uses().get("b")).isEmpty();
        assertThat(preview.uses()).containsOnlyKeys("a", "b");
    }

    @Test
    void shows_attribute_values_for_a_person() {
        var preview = preview(PageFixture.pages()
                .with("saml.attributes[0].values", "\"user.firstName, ${fn:toUpperCase(user.lastName)}\""));

        assertThat(field(preview, "saml.attributes[0].values").cases())
                .extracting(ExpressionPreview.Case::evaluation)
                .containsExactly(new Evaluation.Value("Ada, LOVELACE"));
    }

    private static PreviewExpressions.Preview preview(PageFixture pages) {
        return PageFixture.previews().of(pages.content(), false);
    }

    private static ExpressionPreview field(PreviewExpressions.Preview preview, String key) {
        return preview.fields().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
