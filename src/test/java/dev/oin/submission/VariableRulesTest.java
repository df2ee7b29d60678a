package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.oin.kernel.Problem;
import dev.oin.submission.SaveOutcome.Misfit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** IV-2 to IV-9: variables of migrated and published integrations, and what expressions use. */
class VariableRulesTest {

    private static final Background MIGRATED = new Background(true, Set.of());

    @Test
    void a_migrated_integration_keeps_edits_and_deletes_more_than_eight_and_adds_none_IV_2() {
        var nine = variables(9).content();

        assertThat(errors(nine, MIGRATED)).doesNotContain("X-4");
        assertThat(errors(nine, Background.NONE)).contains("X-4");
        assertThat(refusals(nine, renamed(9).content(), MIGRATED)).isEmpty();
        assertThat(refusals(nine, variables(8).content(), MIGRATED)).isEmpty();
        assertThat(refusals(nine, variables(10).content(), MIGRATED)).containsExactly("X-4");
        assertThat(refusals(variables(8).content(), nine, MIGRATED)).containsExactly("X-4");
    }

    @Test
    void a_migrated_integration_keeps_upper_case_names_and_http_IV_3_IV_9() {
        var old = PageFixture.pages()
                .with("variables", "[{\"label\":\"Company\",\"name\":\"companyId\"}]")
                .with("oidc.redirect_uris[0]", "\"http://{app.companyId}.example.com/callback\"")
                .with("saml.acs_url", "\"http://app.example.com/acs\"")
                .content();

        assertThat(errors(old, MIGRATED)).isEmpty();
        assertThat(errors(old, Background.NONE)).contains("variables[].name.format", "saml.acs_url.https");
    }

    @Test
    void a_reserved_name_is_refused_for_migrated_ones_too_and_scim_base_url_is_allowed_IV_4() {
        var reserved = PageFixture.pages().with("variables", "[{\"label\":\"S\",\"name\":\"session\"}]");
        var allowed = PageFixture.pages().with("variables", "[{\"label\":\"S\",\"name\":\"scim_base_url\"}]");

        assertThat(errors(reserved.content(), MIGRATED)).containsExactly("IV-4");
        assertThat(errors(allowed.content(), Background.NONE)).isEmpty();
    }

    @Test
    void renaming_a_published_variable_warns_and_asks_for_the_empty_case_IV_5() {
        var published = new Background(false, Set.of("subdomain"));
        var careless = PageFixture.pages()
                .with("variables", "[{\"label\":\"Sub\",\"name\":\"tenant\"}]")
                .with("saml.acs_url", "\"https://${org.tenant}.example.com/acs\"")
                .content();
        var careful = PageFixture.pages()
                .with("variables", "[{\"label\":\"Sub\",\"name\":\"tenant\"}]")
                .with("saml.acs_url", "\"https://${empty org.tenant ? 'app' : org.tenant}.example.com/acs\"")
                .content();

        assertThat(problems(careless, published))
                .filteredOn(problem -> problem.rule().equals("IV-5"))
                .extracting(Problem::field, Problem::isError)
                .containsExactlyInAnyOrder(tuple("variables", false), tuple("saml.acs_url", true));
        assertThat(errors(careful, published)).isEmpty();
    }

    @Test
    void what_customers_entered_and_would_lose_is_named_IV_5() {
        var published = new Background(false, Set.of("subdomain", "tenant", "region"));
        var renamed = PageFixture.pages()
                .with(
                        "variables",
                        "[{\"label\":\"Region\",\"name\":\"region\"},{\"label\":\"Tenant\",\"name\":\"tenant_name\"}]")
                .content();

        assertThat(problems(renamed, published))
                .filteredOn(problem -> problem.rule().equals("IV-5") && !problem.isError())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains("\"subdomain\", \"tenant\"", "customers entered is lost")
                        .doesNotContain("region"));
    }

    @Test
    void a_variable_that_is_used_is_not_deleted_IV_6() {
        var before = used().content();

        var refusals = PageFixture.rules()
                .variables()
                .refusals(before, used().with("variables", "[]").content(), Background.NONE);

        assertThat(refusals).extracting(Misfit::field, Misfit::rule).containsExactly(tuple("variables", "IV-6"));
        assertThat(refusals.getFirst().message()).contains("\"subdomain\"", "Default ACS URL");
        assertThat(refusals(
                        before,
                        used().with("variables", "[]")
                                .with("saml.acs_url", "\"https://app.example.com/acs\"")
                                .content(),
                        Background.NONE))
                .isEmpty();
    }

    @Test
    void a_variable_nobody_uses_is_a_warning_IV_7() {
        assertThat(problems(variables(1).content(), Background.NONE))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.rule()).isEqualTo("IV-7");
                    assertThat(problem.isError()).isFalse();
                });
        assertThat(problems(used().content(), Background.NONE))
                .extracting(Problem::rule)
                .doesNotContain("IV-7");
    }

    private static PageFixture used() {
        return PageFixture.pages()
                .with("variables", "[{\"label\":\"Sub\",\"name\":\"subdomain\"}]")
                .with("saml.acs_url", "\"https://${org.subdomain}.example.com/acs\"");
    }

    private static PageFixture variables(int count) {
        return rows(count, "v");
    }

    private static PageFixture renamed(int count) {
        return rows(count, "w");
    }

    private static PageFixture rows(int count, String name) {
        return PageFixture.pages()
                .with(
                        "variables",
                        IntStream.range(0, count)
                                .mapToObj(number -> "{\"label\":\"L\",\"name\":\"%s%d\"}".formatted(name, number))
                                .collect(Collectors.joining(",", "[", "]")));
    }

    private static List<String> refusals(Content before, Content after, Background background) {
        return PageFixture.rules().variables().refusals(before, after, background).stream()
                .map(Misfit::rule)
                .toList();
    }

    private static List<String> errors(Content content, Background background) {
        return problems(content, background).stream()
                .filter(Problem::isError)
                .map(Problem::rule)
                .toList();
    }

    private static List<Problem> problems(Content content, Background background) {
        return WholeSubmission.problems(
                PageFixture.rules(),
                content,
                background,
                Set.of("test.password", "scim.oauth.client_secret"),
                TestCredentials.Standing.PRESENT);
    }
}
