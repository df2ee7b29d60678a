package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageFormTest {

    @Test
    void inputs_named_after_fields_become_the_document() {
        var document = PageForm.document(
                WizardPage.CONFIGURATION,
                Map.of(
                        "display_name", List.of("Example"),
                        "use_cases", List.of("", "Automation", "Zero Trust"),
                        "saml.acs_endpoints[4].url", List.of("https://b.example.com"),
                        "saml.acs_endpoints[4].index", List.of("2"),
                        "saml.acs_endpoints[1].url", List.of("https://a.example.com"),
                        "oidc.redirect_uris[0]", List.of("https://c.example.com"),
                        "oidc.server_side_confirmed", List.of("", "true"),
                        "_csrf", List.of("token"),
                        "username", List.of("elsewhere")));

        assertThat(document).isEqualTo(PageFixture.read("""
                {"catalog":{"display_name":"Example","use_cases":["Automation","Zero Trust"]},
                 "saml":{"acs_endpoints":[{"url":"https://a.example.com"},{"url":"https://b.example.com","index":2}]},
                 "oidc":{"redirect_uris":["https://c.example.com"],"server_side_confirmed":true}}"""));
    }

    @Test
    void an_object_in_a_row_is_one_in_the_document() {
        var document = PageForm.document(
                WizardPage.CONFIGURATION,
                Map.of(
                        "ent.types[0].resource_type", List.of("License"),
                        "ent.types[0].required", List.of("true"),
                        "ent.types[0].map.id", List.of("id"),
                        "ent.types[0].map.display_name", List.of("displayName")));

        assertThat(document).isEqualTo(PageFixture.read("""
                {"ent":{"types":[{"resource_type":"License","required":true,"map":{"id":"id","display_name":"displayName"}}]}}"""));
    }

    @Test
    void what_is_no_number_is_kept_to_be_refused() {
        var document =
                PageForm.document(WizardPage.CONFIGURATION, Map.of("saml.acs_endpoints[0].index", List.of("first")));

        var misfits = PageShape.check(WizardPage.CONFIGURATION, document).misfits();

        assertThat(misfits)
                .singleElement()
                .satisfies(misfit -> assertThat(misfit.field()).isEqualTo("saml.acs_endpoints[0].index"));
    }

    @Test
    void page_three_lies_flat() {
        var document = PageForm.document(
                WizardPage.TEST_INFORMATION,
                Map.of(
                        "test.username", List.of("ada"),
                        "test.password", List.of(""),
                        "saml_test.jit", List.of("false"),
                        "saml_test.sp", List.of("")));

        assertThat(document).isEqualTo(PageFixture.read("{\"username\":\"ada\",\"saml_test\":{\"jit\":false}}"));
    }
}
