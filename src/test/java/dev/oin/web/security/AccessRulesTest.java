package dev.oin.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Section 2 of the submission rules, read off the access matrix: which rows each rule is about, and what they must say. That the product does
 * what the matrix says is {@link AccessMatrixIT}'s to show.
 */
class AccessRulesTest {

    private static final Set<String> OUT = Set.of("401", "403", "404", "in", "no", "door");
    private static final List<String> TEAM = List.of("analyst", "lead", "manager", "admin", "auditor");

    private final List<AccessMatrix.Row> rows = AccessMatrix.read().rows();

    @Test
    void ac_1_app_and_org_admin_together_may_do_what_a_super_admin_may_with_submissions() {
        assertThat(rows("/submissions", "/instances", "/runs", "/people", "/sandbox/{org}"))
                .hasSizeGreaterThan(100)
                .allSatisfy(row -> assertThat(isIn(row, "both")).as(row.route()).isEqualTo(isIn(row, "super")));
        assertThat(testing())
                .hasSizeGreaterThan(10)
                .filteredOn(AccessRulesTest::tells)
                .allSatisfy(row -> {
                    assertThat(isIn(row, "super")).as(row.route()).isTrue();
                    assertThat(isIn(row, "both")).as(row.route()).isTrue();
                });
    }

    @Test
    void ac_2_an_app_admin_alone_views_and_edits_and_neither_tests_nor_submits() {
        assertThat(rows().filter(AccessRulesTest::isWizardPage).toList())
                .hasSizeGreaterThan(5)
                .allSatisfy(row -> assertThat(isIn(row, "app")).as(row.route()).isTrue());
        assertThat(testing())
                .allSatisfy(row -> assertThat(isIn(row, "app")).as(row.route()).isFalse());
    }

    @Test
    void ac_3_an_org_admin_alone_creates_people_and_sees_no_submission() {
        assertThat(rows("POST /api/v1/people", "POST /sandbox/{org}/people"))
                .isNotEmpty()
                .filteredOn(row -> isIn(row, "super"))
                .allSatisfy(row -> assertThat(isIn(row, "org")).as(row.route()).isTrue());
        assertThat(rows("/submissions/{id}", "/instances/{id}", "/runs/{id}"))
                .filteredOn(row -> isIn(row, "super") && !row.route().contains("/results/"))
                .filteredOn(AccessRulesTest::tells)
                .allSatisfy(row -> assertThat(isIn(row, "org")).as(row.route()).isFalse());
    }

    @Test
    void ac_4_tests_with_people_made_just_in_time_need_what_ac_1_says() {
        assertThat(rows("POST /submissions/{id}/runs", "POST /api/v1/submissions/{id}/runs"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(row -> assertThat(who(row, List.of("super", "both", "app", "org", "reader")))
                        .as(row.route())
                        .containsExactly("super", "both"));
    }

    @Test
    void ac_5_a_read_only_admin_views_submissions_and_changes_nothing() {
        assertThat(rows("/submissions/{id}"))
                .filteredOn(AccessMatrix.Row::isRead)
                .filteredOn(row -> isIn(row, "app") && !row.route().matches(".*(prefill|/edit|action).*"))
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        row -> assertThat(isIn(row, "reader")).as(row.route()).isTrue());
        assertThat(rows("/submissions", "/instances", "/integrations", "/people", "/organization/members"))
                .filteredOn(row -> !row.isRead() && !row.route().endsWith("/preview"))
                .filteredOn(row ->
                        !row.expected().get("reader").equals(row.expected().get("analyst")))
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        row -> assertThat(isIn(row, "reader")).as(row.route()).isFalse());
    }

    @Test
    void ac_9_what_another_organisation_has_cannot_be_updated() {
        assertThat(rows("POST /api/v1/integrations/{id}/updates", "POST /submissions/{id}/updates"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.expected().get("outsider"))
                        .as(row.route())
                        .isEqualTo("404"));
        assertThat(rows("/submissions/{id}", "/instances/{id}", "/runs/{id}"))
                .filteredOn(row -> row.route().startsWith("POST") || row.route().startsWith("PUT"))
                .filteredOn(AccessMatrix.Row::namesSomething)
                .hasSizeGreaterThan(20);
    }

    @Test
    void ac_11_each_role_of_the_team_does_what_the_product_gives_it() {
        var decisions = rows(
                "POST /api/v1/reviews/{id}/decision",
                "POST /api/v1/reviews/{id}/claim",
                "PUT /api/v1/reviews/{id}/checklist");
        assertThat(decisions)
                .hasSize(3)
                .allSatisfy(row -> assertThat(who(row, TEAM)).as(row.route()).containsExactly("analyst", "lead"));
        assertThat(rows(
                        "POST /api/v1/catalog/{slug}/retire",
                        "POST /api/v1/catalog/{slug}/roll-back",
                        "POST /api/v1/reviews/{id}/assign"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(who(row, TEAM)).as(row.route()).containsExactly("lead"));
        assertThat(rows("GET /insight", "GET /api/v1/insight"))
                .hasSizeGreaterThan(3)
                .allSatisfy(row -> assertThat(who(row, TEAM))
                        .as(row.route())
                        .containsExactly("lead", "manager", "admin", "auditor"));
        assertThat(rows("/admin").stream()
                        .filter(row -> row.route().matches("\\w+ /admin.*"))
                        .toList())
                .hasSizeGreaterThan(8)
                .allSatisfy(row -> assertThat(
                                who(row, List.of("super", "both", "outsider", "analyst", "lead", "manager", "auditor")))
                        .as(row.route())
                        .isEmpty());
        assertThat(rows("/review"))
                .filteredOn(row -> !row.isRead())
                .allSatisfy(
                        row -> assertThat(isIn(row, "auditor")).as(row.route()).isFalse());
    }

    @Test
    void the_team_changes_no_submission_of_an_isv_and_an_isv_enters_no_page_of_the_team() {
        assertThat(rows("/submissions/{id}", "/instances/{id}"))
                .filteredOn(row -> !row.isRead() && !row.route().matches(".*(/messages|/preview|/logout-test)"))
                .allSatisfy(row -> assertThat(who(row, TEAM)).as(row.route()).isEmpty());
        assertThat(rows("GET /review", "GET /insight", "GET /admin", "GET /camunda"))
                .allSatisfy(row -> assertThat(who(row, List.of("super", "both", "app", "org", "reader", "outsider")))
                        .as(row.route())
                        .isEmpty());
    }

    private Stream<AccessMatrix.Row> rows() {
        return rows.stream();
    }

    private List<AccessMatrix.Row> rows(String... parts) {
        return rows().filter(row -> Arrays.stream(parts).anyMatch(row.route()::contains))
                .toList();
    }

    /** What tests and submits: runs, instances, the tester's slots, certification, submission. */
    private List<AccessMatrix.Row> testing() {
        Predicate<AccessMatrix.Row> isTesting = row -> row.route()
                .matches(
                        "(POST|PUT|DELETE|PATCH) (/api/v1)?/submissions/\\{id}/"
                                + "(runs|submit|instances|instances/\\{instance}/(tester-add|tester-remove)|tester/.*|scim-results|certification)");
        return rows().filter(isTesting).toList();
    }

    private static boolean isWizardPage(AccessMatrix.Row row) {
        return row.route()
                .matches(
                        "(GET|POST|PUT) (/api/v1)?/submissions/\\{id}/(protocols|configuration|test-information|testing)");
    }

    /** Not where the example is refused before anybody is asked who they are, or for a reason of its own. */
    private static boolean tells(AccessMatrix.Row row) {
        return !Set.of("400", "no").contains(String.valueOf(row.expected().get("super")));
    }

    private static List<String> who(AccessMatrix.Row row, List<String> people) {
        return people.stream().filter(person -> isIn(row, person)).toList();
    }

    private static boolean isIn(AccessMatrix.Row row, String who) {
        return !OUT.contains(String.valueOf(row.expected().get(who)));
    }
}
