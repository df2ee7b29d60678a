package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldMeaningTest {

    private static final Set<String> SECRETS = Set.of("test.password", "scim.oauth.client_secret");

    @Test
    void pages_filled_in_well_have_no_problem() {
        assertThat(problems(PageFixture.pages().content())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            catalog.display_name             | null                                      | display_name                   | display_name.required
            catalog.description              | null                                      | description                    | description.required
            catalog.use_cases                | ["Automation","Zero Trust","Identity Verification","Centralized Logging"] | use_cases | X-7
            catalog.public_support.link      | "http://help.example.com"                 | public_support.link            | public_support.link.https
            catalog.public_support           | null                                      | public_support.link            | public_support.required
            catalog.public_support.email     | "help at example.com"                     | public_support.email           | public_support.email.format
            catalog.public_support.email     | "help@localhost"                          | public_support.email           | public_support.email.format
            catalog.public_support.phone     | "call us"                                 | public_support.phone           | public_support.phone.format
            catalog.app_website              | "www.example.com"                         | app_website                    | app_website.format
            oidc.redirect_uris               | []                                        | oidc.redirect_uris             | oidc.redirect_uris.required
            oidc.redirect_uris[0]            | "http://app.example.com/cb"               | oidc.redirect_uris[0]          | oidc.redirect_uris[].https
            oidc.redirect_uris[0]            | "https://app.example.com/cb#here"         | oidc.redirect_uris[0]          | oidc.redirect_uris[].format
            oidc.redirect_uris[0]            | "https://*.example.com/cb"                | oidc.redirect_uris[0]          | oidc.redirect_uris[].format
            oidc.redirect_uris[0]            | "https://{app.x}.example.com/cb"          | oidc.redirect_uris[0]          | IR-EX-2
            oidc.redirect_uris               | ["https://a.example.com","https://a.example.com"] | oidc.redirect_uris[1]  | oidc.redirect_uris[].unique
            oidc.initiate_login_uri          | "//app.example.com"                       | oidc.initiate_login_uri        | oidc.initiate_login_uri.format
            oidc.post_logout_uris[0]         | "ftp://app.example.com"                   | oidc.post_logout_uris[0]       | oidc.post_logout_uris[].format
            oidc.config_guide_url            | null                                      | oidc.config_guide_url          | oidc.config_guide_url.required
            oidc.scopes                      | ["email"]                                 | oidc.scopes                    | oidc.scopes.required
            oidc.server_side_confirmed       | false                                     | oidc.server_side_confirmed     | PR-6
            oidc.server_side_confirmed       | null                                      | oidc.server_side_confirmed     | PR-6
            saml.acs_url                     | null                                      | saml.acs_url                   | saml.acs_url.required
            saml.acs_url                     | "http://app.example.com/acs"              | saml.acs_url                   | saml.acs_url.https
            saml.acs_url                     | "https://${org.x}.example.com/acs"        | saml.acs_url                   | IR-EX-2
            saml.acs_url                     | "https://app example.com"                 | saml.acs_url                   | saml.acs_url.format
            saml.acs_endpoints[0].url        | null                                      | saml.acs_endpoints[0].url      | saml.acs_endpoints[].url.required
            saml.acs_endpoints[0].index      | null                                      | saml.acs_endpoints[0].index    | saml.acs_endpoints[].index.required
            saml.acs_endpoints[0].index      | -1                                        | saml.acs_endpoints[0].index    | saml.acs_endpoints[].index.format
            saml.acs_endpoints[0].index      | 65536                                     | saml.acs_endpoints[0].index    | saml.acs_endpoints[].index.format
            saml.acs_endpoints               | [{"url":"https://a.example.com","index":1},{"url":"https://b.example.com","index":1}] | saml.acs_endpoints[1].index | saml.acs_endpoints[].index.unique
            saml.audience                    | null                                      | saml.audience                  | saml.audience.required
            saml.audience                    | "${org.x}"                                | saml.audience                  | IR-EX-2
            saml.attributes[0].name          | null                                      | saml.attributes[0].name        | saml.attributes[].name.required
            saml.attributes[0].values        | null                                      | saml.attributes[0].values      | saml.attributes[].values.required
            saml.attributes[0].values        | "user.password"                           | saml.attributes[0].values      | IR-EX-3
            saml.attributes                  | [{"name":"a","values":"x"},{"name":"a","values":"y"}] | saml.attributes[1].name | saml.attributes[].name.unique
            saml.group_attributes[0].filter  | null                                      | saml.group_attributes[0].filter | saml.group_attributes[].filter.required
            saml.group_attributes            | [{"name":"g","name_format":"URI","filter":"MATCHES_REGEX","expression":"["}] | saml.group_attributes[0].expression | saml.group_attributes[].expression.format
            saml.config_guide_url            | null                                      | saml.config_guide_url          | saml.config_guide_url.required
            scim.base_url                    | null                                      | scim.base_url                  | scim.base_url.required
            scim.base_url                    | "https://app.example.com/scim_2"          | scim.base_url                  | scim.base_url.format
            scim.base_url                    | "'https://' + app.x"                      | scim.base_url                  | IR-EX-2
            scim.auth_mode                   | null                                      | scim.auth_mode                 | scim.auth_mode.required
            scim.objects                     | ["GROUPS"]                                | scim.objects                   | scim.objects.required
            scim.user_ops                    | ["CREATE"]                                | scim.user_ops                  | scim.user_ops.required
            scim.group_ops                   | ["CREATE"]                                | scim.group_ops                 | X-6
            scim.group_ops                   | []                                        | scim.group_ops                 | X-6
            scim.oauth.authorize_endpoint    | null                                      | scim.oauth.authorize_endpoint  | X-5
            scim.oauth.token_endpoint        | null                                      | scim.oauth.token_endpoint      | X-5
            scim.oauth.client_id             | null                                      | scim.oauth.client_id           | X-5
            scim.config_guide_url            | null                                      | scim.config_guide_url          | scim.config_guide_url.required
            scim.group_patch_batch           | 99                                        | scim.group_patch_batch         | scim.group_patch_batch.format
            scim.group_patch_batch           | 1001                                      | scim.group_patch_batch         | scim.group_patch_batch.format
            ul.endpoint                      | null                                      | ul.endpoint                    | ul.endpoint.required
            ul.endpoint                      | "https://app.example.com/r#x"             | ul.endpoint                    | ul.endpoint.format
            account_url                      | null                                      | test.account_url               | test.account_url.required
            account_url                      | "http://test.example.com"                 | test.account_url               | test.account_url.https
            username                         | null                                      | test.username                  | test.username.required
            support_contact                  | null                                      | test.support_contact           | test.support_contact.required
            support_contact                  | "somebody"                                | test.support_contact           | test.support_contact.format
            instructions                     | null                                      | test.instructions              | test.instructions.required
            oidc_test.jit                    | null                                      | oidc_test.jit                  | oidc_test.jit.required
            oidc_test.sp_url                 | null                                      | oidc_test.sp_url               | X-3
            saml_test.jit                    | null                                      | saml_test.jit                  | saml_test.jit.required
            saml_test.sp_url                 | null                                      | saml_test.sp_url               | X-3
            saml_test.sp_description         | null                                      | saml_test.sp_description       | X-3
            saml_test                        | {"jit":true}                              | saml_test.idp                  | X-1
            variables                        | [{"name":"subdomain"}]                    | variables[0].label             | variables[].label.required
            variables                        | [{"label":"Sub"}]                         | variables[0].name              | variables[].name.required
            variables                        | [{"label":"Sub","name":"Sub"}]            | variables[0].name              | variables[].name.format
            variables                        | [{"label":"Sub","name":"1sub"}]           | variables[0].name              | variables[].name.format
            variables                        | [{"label":"Sub","name":"session"}]        | variables[0].name              | IV-4
            variables                        | [{"label":"A","name":"a"},{"label":"B","name":"a"}] | variables[1].name    | variables[].name.unique
            """)
    void one_broken_value_is_one_error(String path, String json, String field, String rule) {
        var content = PageFixture.pages().with(path, json).content();

        var errors = problems(content).stream().filter(Problem::isError).toList();

        assertThat(errors).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.rule()).isEqualTo(rule);
            assertThat(problem.message()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            saml.acs_endpoints[0].index | 0
            saml.acs_endpoints[0].index | 65535
            scim.group_patch_batch      | 1000
            saml.audience               | "urn:example:hr"
            saml.attributes[0].values   | "user.firstName, ${user.userName}, literal"
            scim.base_url               | "'https://app.example.com/scim'"
            """)
    void a_value_at_its_bound_is_well(String path, String json) {
        var content = PageFixture.pages().with(path, json).content();

        assertThat(problems(content)).isEmpty();
    }

    @Test
    void nine_variables_are_one_too_many() {
        var rows = IntStream.range(0, 9)
                .mapToObj("{\"label\":\"L\",\"name\":\"v%d\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));

        var problems = problems(PageFixture.pages().with("variables", rows).content());

        assertThat(problems).extracting(Problem::rule).contains("X-4").doesNotContain("variables[].name.format");
        assertThat(problems)
                .filteredOn(problem -> problem.rule().equals("IV-7"))
                .hasSize(9);
    }

    @Test
    void the_same_guide_for_two_protocols_is_a_warning() {
        var content = PageFixture.pages()
                .with("scim.config_guide_url", "\"https://docs.example.com/saml\"")
                .content();

        assertThat(problems(content))
                .containsExactly(
                        Problem.warning("scim.config_guide_url", "X-8", "Give each integration type its own guide."));
    }

    @Test
    void protocols_need_each_other() {
        assertThat(rulesFor(Set.of())).contains("PR-1");
        assertThat(rulesFor(Set.of(Protocol.UNIVERSAL_LOGOUT))).contains("PR-1", "PR-2");
        assertThat(rulesFor(Set.of(Protocol.UNIVERSAL_LOGOUT, Protocol.SCIM)))
                .contains("PR-2")
                .doesNotContain("PR-1");
        assertThat(rulesFor(Set.of(Protocol.UNIVERSAL_LOGOUT, Protocol.OIDC))).doesNotContain("PR-1", "PR-2");
        assertThat(rulesFor(Set.of(Protocol.OIDC, Protocol.SAML))).doesNotContain("PR-1", "PR-2");
    }

    @Test
    void a_section_that_is_not_shown_has_no_problems() {
        var content = Content.of(Set.of(Protocol.SAML));

        assertThat(problems(content))
                .extracting(Problem::field)
                .noneMatch(field -> field.startsWith("oidc") || field.startsWith("scim") || field.startsWith("ul."));
    }

    @Test
    void a_password_is_needed_and_needed_again_after_its_deletion() {
        var content = PageFixture.pages().content();

        var never = WholeSubmission.problems(
                PageFixture.rules(),
                content,
                Background.NONE,
                Set.of("scim.oauth.client_secret"),
                TestCredentials.Standing.NEVER_ENTERED);
        var deleted = WholeSubmission.problems(
                PageFixture.rules(),
                content,
                Background.NONE,
                Set.of("scim.oauth.client_secret"),
                TestCredentials.Standing.DELETED);

        assertThat(never).extracting(Problem::rule).containsExactly("test.password.required");
        assertThat(deleted).extracting(Problem::rule).containsExactly("X-11");
    }

    @Test
    void problems_come_in_the_order_of_the_pages() {
        var problems = problems(Content.of(Set.of(Protocol.OIDC, Protocol.SAML, Protocol.SCIM)));

        assertThat(problems)
                .extracting(problem -> Fields.pageOf(problem.field()))
                .isSorted();
    }

    private static List<String> rulesFor(Set<Protocol> protocols) {
        return problems(Content.of(protocols)).stream().map(Problem::rule).toList();
    }

    private static List<Problem> problems(Content content) {
        return WholeSubmission.problems(
                PageFixture.rules(), content, Background.NONE, SECRETS, TestCredentials.Standing.PRESENT);
    }
}
