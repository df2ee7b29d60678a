package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldMeaningTest {

    private static final Set<String> SECRETS = Set.of("test.password", "scim.oauth.client_secret");

    @Test
    void pages_filled_in_well_have_no_problem() {
        assertThat(problems(PageFixture.pages().content())).isEmpty();
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
        assertThat(rulesFor(Set.of(Protocol.OIDC, Protocol.ENTITLEMENTS))).contains("PR-3");
        assertThat(rulesFor(Set.of(Protocol.SCIM, Protocol.ENTITLEMENTS)))
                .doesNotContain("PR-3")
                .contains("ent.types.required");
    }

    @Test
    void what_the_forms_have_chosen_beforehand_is_not_asked_for() {
        var begun = Content.of(Set.of(Protocol.OIDC, Protocol.SCIM, Protocol.UNIVERSAL_LOGOUT));

        assertThat(problems(begun))
                .extracting(Problem::field)
                .contains("scim.base_url", "scim.auth_mode", "ul.endpoint")
                .doesNotContain("scim.objects", "scim.user_ops", "scim.mappings", "ul.subject_format");
    }

    @Test
    void an_address_that_is_the_same_for_everybody_takes_no_variables() {
        var content = PageFixture.pages()
                .with("account_url", "\"https://{app.sub}.example.com/\"")
                .content();

        assertThat(problems(content))
                .extracting(Problem::message)
                .containsExactly("Account URL is the same for every customer: give a complete URL without variables.");
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

    @Test
    void an_attribute_of_the_app_is_one_that_a_mapping_writes_IR_EX_3() {
        var asking = PageFixture.pages().with("saml.attributes[0].values", "\"appuser.userName, appuser.title\"");
        var mapping =
                "[{\"direction\":\"TO_APP\",\"source\":\"login\",\"target\":\"userName\",\"scope\":\"PERSONAL\",\"required\":true},"
                        + "{\"direction\":\"TO_APP\",\"source\":\"title\",\"target\":\"urn:ietf:params:scim:schemas:core:2.0:User:title\",\"scope\":\"PERSONAL\",\"required\":false}]";

        assertThat(problems(asking.content()))
                .filteredOn(Problem::isError)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("saml.attributes[0].values");
                    assertThat(problem.rule()).isEqualTo("IR-EX-3");
                    assertThat(problem.message()).contains("appuser.title", "no mapping to the app writes it");
                });
        assertThat(problems(asking.with("scim.mappings", mapping).content()))
                .extracting(Problem::rule)
                .doesNotContain("IR-EX-3");
    }

    private static List<Problem> problems(Content content) {
        return WholeSubmission.problems(
                PageFixture.rules(), content, Background.NONE, SECRETS, TestCredentials.Standing.PRESENT);
    }
}
